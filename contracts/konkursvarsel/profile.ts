import type { Avslutningskode } from './codes.ts'
import type { emptyForms } from './stimuli.ts'

/** What a participant declares about how it follows konkursvarsler. Nothing of it is demanded by a document but that it polls. */
export interface KonkursvarselProfile {
  /** Seconds between two list calls in opening hours, at most. Default 900: as often as there is something new. */
  readonly pollSeconds?: number
  /** Seconds from a list call until what came of it shows in the account interface, at most. Default 60. */
  readonly processingSeconds?: number
  /** Organisation numbers that Konkursregisteret has admitted, and that the client certificate may name. Default: the participant's own. */
  readonly organisationNumbers?: readonly string[]
  /** Hours by which a watermark taken from the own clock lags behind it; left out for one taken from the last notice read. */
  readonly overlapHours?: number
  /** What is decided about notices that leave it to the bank. Left out: nothing is declared. */
  readonly policies?: Policies
  /** How Brreg renders an empty list, where the bank or Brreg has confirmed it. */
  readonly confirmedEmptyList?: (typeof emptyForms)[number]
}

export const outcomes = ['reopens', 'keeps', 'by-hand'] as const
export type Outcome = (typeof outcomes)[number]

export interface Policies {
  readonly oppheving?: Outcome
  readonly avslutning?: Readonly<Partial<Record<Avslutningskode, Outcome>>>
  /** An account that is opened while the bankruptcy is. */
  readonly newAccount?: 'locked' | 'released'
}
