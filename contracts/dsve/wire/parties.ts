/** Who writes to whom, and who owns. Names as the elements and attributes are spelled. Source: dsve.md 3.2. */

export interface Adresse {
  readonly gatenavn?: string
  readonly postnummer: string
  readonly poststed: string
}

export interface Organisasjon {
  /** Organisation number, nine digits. */
  readonly id: string
  readonly foretaksnavn: string
  readonly adresse?: Adresse
}

/** Whom to call in this case. */
export interface Kontaktperson {
  readonly navn: string
  readonly epost?: string
  readonly telefondirekte?: string
  readonly telefon?: string
}

export interface Avsender extends Organisasjon {
  readonly kontaktperson?: Kontaktperson
  /** The sender's own reference of the case. */
  readonly referanse: string
  /** When present, the answer goes there instead of to the sender. */
  readonly returnertil?: Organisasjon
}

export interface Mottaker extends Organisasjon {
  /** The recipient's reference. In a reply: what the request called `avsender.referanse`. */
  readonly referanse?: string
}

export interface Person {
  /** Fødselsnummer or D-number, eleven digits. */
  readonly id: string
  readonly fornavn: string
  readonly etternavn: string
}

export type Aktoer = { readonly organisasjon: Organisasjon } | { readonly person: Person }
