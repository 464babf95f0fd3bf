/**
 * A requirement is data: what is owed, how strongly, and how sure we are that it is owed.
 * Checks, reports and the command only point at it by its id.
 */

export const areas = [
  'kontrollinformasjon',
  'konkursvarsel',
  'kfr-rapportering',
  'kfr-register',
  'dsve',
  'gjeldsregister',
  'ytelse',
] as const
export type Area = (typeof areas)[number]

/** How strongly the source words it. */
export type Level = 'MUST' | 'SHOULD' | 'MAY' | 'INFO'

/** How sure we are of the source. A `reconstructed` row is ours, and never fails a participant. */
export type Certainty = 'documented' | 'inferred' | 'reconstructed'

/** One row of a catalogue, as it stands in `<area>/requirements/rows.json`. */
export interface SourceRow {
  readonly id: string
  readonly area: Area
  readonly section: string
  readonly requirement: string
  readonly level: Level
  readonly certainty: Certainty
  /** Source keys; the catalogue named by `document` spells them out. */
  readonly source: string
  readonly document: string
  readonly observation?: string
  readonly stimulus?: string
  readonly passes?: string
  readonly expect?: string
  readonly tolerated?: string
  /** How a bank that breaks the row behaves. */
  readonly defect?: string
  readonly rationale?: string
  readonly library?: string
  readonly note?: string
}

/** Why nobody outside the participant can see it, and what to ask for instead. */
export interface Unobservable {
  readonly reason: string
  readonly evidence: string
}

export interface Requirement extends SourceRow {
  readonly title: { readonly en: string; readonly nb: string }
  /** The same thing said elsewhere: a twin takes the verdict of the row that is checked. */
  readonly sameAs: readonly string[]
  /** Whoever breaks this one may also break these; every step is already followed. */
  readonly implies: readonly string[]
  readonly unobservable: Unobservable | null
}

/** What the product can say of a requirement before anything ran. */
export type RequirementState = 'checked' | 'unobservable' | 'not-built-yet'
