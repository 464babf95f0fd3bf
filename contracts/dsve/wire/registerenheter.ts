import type { Aktoer } from './parties.ts'

/** What is sold, and what the bank has in it. Names as the elements and attributes are spelled. Source: dsve.md 3.3. */

/** Grunneiendom, festerett, and fremfeste of nine levels. */
export const eiendomsnivaaer = ['E', 'F', 'F_1', 'F_2', 'F_3', 'F_4', 'F_5', 'F_6', 'F_7', 'F_8', 'F_9'] as const
export type Eiendomsnivaa = (typeof eiendomsnivaaer)[number]

export interface Matrikkel {
  readonly kommunenavn: string
  /** Four digits, a leading zero included. */
  readonly kommunenummer: string
  readonly gaardsnummer: string
  readonly bruksnummer: string
  /** `0`, empty and absent all mean none. */
  readonly festenummer?: string
  readonly seksjonsnummer?: string
  readonly eiendomsnivaa: Eiendomsnivaa
}

export interface Borettsandel {
  readonly organisasjonsnummer: string
  readonly borettslagnavn: string
  readonly andelsnummer: string
}

/** The children are spelled as the schema misspells them. */
export interface Aksjeinformasjon {
  readonly akjsenummerFra?: number
  readonly akjsenummerTil?: number
  /** Whole kroner for each share. */
  readonly paalydende?: number
  readonly antall?: number
}

export interface Aksjeleilighet {
  readonly organisasjonsnummer: string
  readonly organisasjonsnavn: string
  readonly leilighetsnummer: string
  readonly aksjeinformasjon: Aksjeinformasjon
}

export type Registerenhet =
  | { readonly matrikkel: Matrikkel }
  | { readonly borettsandel: Borettsandel }
  | { readonly aksjeleilighet: Aksjeleilighet }

/** A property of a request, with the owners who sell. */
export interface RegisterenhetMedHjemmelshavere {
  readonly registerenhet: Registerenhet
  readonly hjemmelshavere: readonly Aktoer[]
}

export interface Pantedokumentreferanse {
  readonly dokumentnummer: number
  readonly dokumentaar: number
  readonly embetenummer: number
  readonly rettsstiftelsesnummer: number
  /** `yyyy-MM-ddTHH:mm:ss`, with or without zone. */
  readonly registreringstidspunkt?: string
  /** The amount that was registered, in whole kroner. */
  readonly beloep?: number
}

/** A property of a reply, with the pant that the bank deletes when the listed loans are paid. */
export interface RegisterenhetMedDokumentreferanse {
  readonly registerenhet: Registerenhet
  readonly pantedokumentreferanser: readonly Pantedokumentreferanse[]
}
