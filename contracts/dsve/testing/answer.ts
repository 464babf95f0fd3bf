import { addDays, type IsoDate } from '../../calendar.ts'
import { type CaseId, cases } from '../fixtures/cases.ts'
import { innfrielse, type Known, type KnownLaan, loansToPay } from '../fixtures/known.ts'
import { askedFor } from '../fixtures/questions.ts'
import type { RequestRoot } from '../messages.ts'
import type { Innfrielsessaldoforespoersel, MessageOf, Restgjeldssvar } from '../wire/messages.ts'
import type { Avsender } from '../wire/parties.ts'

/** What a bank answers that does everything as it should: the ground on which damage is shown. */

type Asked = MessageOf[RequestRoot]

const referanse = 'SAK-2026-0042'

function parties(known: Known, { avsender }: Asked) {
  const kontaktperson = { navn: 'Bjørn Bankesen', epost: 'panteavdelingen@bank.example', telefon: '22111111' }
  const from: Avsender = { ...known.bank, kontaktperson, referanse }
  const { id, foretaksnavn } = avsender.returnertil ?? avsender
  return { avsender: from, mottaker: { id, foretaksnavn, referanse: avsender.referanse } }
}

const pledged = (id: CaseId) =>
  askedFor(id)
    .filter(({ pant }) => pant.length > 0)
    .map(({ registerenhet, pant }) => ({
      registerenhet,
      pantedokumentreferanser: pant
        .filter(({ beholdes }) => !beholdes)
        .flatMap(({ referanse: reference }) => (reference ? [reference] : [])),
    }))

const common = ({ laantakere, transporterklaering, laanenummer, kontonummer, kidnummer }: KnownLaan) => ({
  laantakerIkkeHjemmelshaver: laantakere.some(({ er }) => er !== 'selger'),
  transporterklaering,
  laanenummer,
  kontonummer,
  ...(kidnummer === undefined ? {} : { kidnummer }),
  laantakereHjemmelshaver: laantakere.filter(({ er }) => er === 'selger').map(({ navn }) => navn),
})

export function restgjeldssvarOf(id: CaseId, asked: Asked): Restgjeldssvar {
  const known: Known = cases[id]
  return {
    ...parties(known, asked),
    laanliste: loansToPay(known, askedFor(id)).map((laan) => ({
      ...common(laan),
      rammelaan: laan.rammelaan !== undefined,
      ...(laan.rammelaan ? { oevreGrenseRammelaan: laan.rammelaan.laast ? laan.saldo : laan.rammelaan.ramme } : {}),
      fastrente: laan.fastrente,
      realkausjon: laan.realkausjon,
      saldo: laan.saldo,
    })),
    registerenheterMedDokumentreferanser: pledged(id),
    sperretForVidereOpplaan: known.expects.sperret ?? true,
  }
}

export function innfrielsessaldosvarOf(
  id: CaseId,
  asked: Innfrielsessaldoforespoersel,
  day: IsoDate,
): MessageOf['innfrielsessaldosvar'] {
  const known: Known = cases[id]
  const days = asked.innfrielsesdatoer.map((dato) => (Date.parse(dato) - Date.parse(day)) / 86_400_000)
  return {
    ...parties(known, asked),
    laanliste: loansToPay(known, askedFor(id)).map((laan) => {
      const within = days.filter((count) => !laan.fastrente || count <= (known.expects.fastrenteDager ?? Infinity))
      return {
        ...common(laan),
        saldoerPerDato: (within.length > 0 ? within : [30]).map((count) => ({
          beloep: innfrielse(laan, count),
          dato: addDays(day, count),
        })),
      }
    }),
    registerenheterMedDokumentreferanser: pledged(id),
  }
}
