import type { Avsender, Mottaker } from './parties.ts'
import type { RegisterenhetMedDokumentreferanse, RegisterenhetMedHjemmelshavere } from './registerenheter.ts'

/**
 * The four messages as typed data. Lists stand without the element that wraps them in XML. Amounts are kroner with at
 * most two decimals, days `yyyy-MM-dd`. Source: dsve.md 3.1, 3.4, 3.5.
 */

interface Addressed {
  readonly avsender: Avsender
  readonly mottaker: Mottaker
}

export interface Restgjeldsforespoersel extends Addressed {
  readonly registerenheterMedHjemmelshavere: readonly RegisterenhetMedHjemmelshavere[]
  /** Whole kroner, not binding. */
  readonly prisantydning?: number
}

export interface Innfrielsessaldoforespoersel extends Addressed {
  readonly registerenheterMedHjemmelshavere: readonly RegisterenhetMedHjemmelshavere[]
  /** One to four days. */
  readonly innfrielsesdatoer: readonly string[]
}

/** What both replies tell of a loan. */
interface Laan {
  /** Some borrower is not hjemmelshaver. */
  readonly laantakerIkkeHjemmelshaver: boolean
  /** The loan is used as mellomfinansiering. */
  readonly transporterklaering: boolean
  readonly laanenummer: string
  /** The account to pay to, eleven digits. */
  readonly kontonummer: string
  readonly kidnummer?: string
  readonly betalingsmelding?: string
  /** Names of those borrowers who are hjemmelshavere. */
  readonly laantakereHjemmelshaver: readonly string[]
}

export interface LaanRestgjeld extends Laan {
  readonly rammelaan: boolean
  /** Only of a rammelån: its frame, or what is used of it when the credit is locked. */
  readonly oevreGrenseRammelaan?: number
  readonly fastrente: boolean
  readonly realkausjon: boolean
  /** The debt at the moment of answering. */
  readonly saldo: number
}

export interface SaldoPerDato {
  readonly beloep: number
  readonly dato: string
}

export interface LaanInnfrielsessaldo extends Laan {
  /** One to four. */
  readonly saldoerPerDato: readonly SaldoPerDato[]
}

export interface Restgjeldssvar extends Addressed {
  readonly laanliste: readonly LaanRestgjeld[]
  readonly registerenheterMedDokumentreferanser: readonly RegisterenhetMedDokumentreferanse[]
  readonly sperretForVidereOpplaan: boolean
}

export interface Innfrielsessaldosvar extends Addressed {
  readonly laanliste: readonly LaanInnfrielsessaldo[]
  readonly registerenheterMedDokumentreferanser: readonly RegisterenhetMedDokumentreferanse[]
}

export interface MessageOf {
  readonly restgjeldsforespoersel: Restgjeldsforespoersel
  readonly restgjeldssvar: Restgjeldssvar
  readonly innfrielsessaldoforespoersel: Innfrielsessaldoforespoersel
  readonly innfrielsessaldosvar: Innfrielsessaldosvar
}
