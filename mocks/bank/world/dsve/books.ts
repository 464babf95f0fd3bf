import { cases } from '../../../../contracts/dsve/fixtures/cases.ts'
import type { Eier, Known, KnownLaan, KnownPant } from '../../../../contracts/dsve/fixtures/known.ts'
import type { Registerenhet } from '../../../../contracts/dsve/wire/registerenheter.ts'

/** The bank's loans and pant, and what it knows from the land register; nothing in them tells which case is which. */
export interface DsveBooks {
  readonly eiendommer: readonly BookedEiendom[]
  readonly laan: readonly BookedLaan[]
}

export interface BookedEiendom {
  readonly registerenhet: Registerenhet
  readonly eiere: readonly Eier[]
  readonly pant: readonly BookedPant[]
}

interface BookedPant extends KnownPant {
  /** Another creditor has it now. */
  readonly overfoert: boolean
}

export interface BookedLaan extends KnownLaan {
  readonly valuta: 'NOK' | 'EUR'
  /** No more can be drawn on what is pledged. */
  readonly sperret: boolean
}

/** What stands in a bank for which the cases of the harness are made (contracts/dsve/fixtures). */
export function makeDsveBooks(known: readonly Known[] = Object.values(cases)): DsveBooks {
  return {
    eiendommer: known.flatMap(({ eiendommer, expects }) =>
      eiendommer.map(({ registerenhet, eiere, pant }) => ({
        registerenhet,
        eiere,
        pant: pant.map((one) => ({ ...one, overfoert: expects.status === 'LaanSolgt' })),
      })),
    ),
    laan: known.flatMap(({ laan, expects }) =>
      laan.map((one) => ({
        ...one,
        // The one case that cannot be answered in the messages has a loan in euro (S30, DSVE-198).
        valuta: expects.status === 'SvarerMedEpost' ? 'EUR' : 'NOK',
        sperret: expects.sperret ?? true,
      })),
    ),
  }
}
