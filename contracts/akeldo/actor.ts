/** An actor as AKELDO shows it (dsve.md 1.4): known from copies of live answers, in no official specification. */
export interface Aktoer {
  readonly organisasjonsnavn: string
  /** Free text: who registered it. */
  readonly innsender: string
  readonly roller: readonly { readonly rolle: string }[]
  /** What it can receive. */
  readonly mottaksliste: readonly { readonly meldingstype: string }[]
  readonly organisasjonsnummer: string
  readonly sendeliste: readonly { readonly meldingstype: string }[]
  /** `dd.MM.yyyy HH:mm:ss`, without a zone. */
  readonly sistEndret: string
}

/** Letter case differs between the specification and what is registered (`OppnaaddPrioritetOK`). */
const names = (list: Aktoer['sendeliste'], meldingstype: string): boolean =>
  list.some((one) => one.meldingstype.toLowerCase() === meldingstype.toLowerCase())

export const receives = (actor: Aktoer, meldingstype: string): boolean => names(actor.mottaksliste, meldingstype)
export const sends = (actor: Aktoer, meldingstype: string): boolean => names(actor.sendeliste, meldingstype)
export const hasRole = ({ roller }: Aktoer, rolle: string): boolean => roller.some((one) => one.rolle === rolle)
