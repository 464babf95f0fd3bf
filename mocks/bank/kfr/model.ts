import type { IsoDate } from '../../../contracts/calendar.ts'
import type { Outgoing } from '../../http/outgoing.ts'
import type { Told as Line } from '../told.ts'
import type { World } from '../world/model.ts'

/** What the bank knows of the register while it reports to it. */

export type Act = 'add' | 'end'

/** One report that has to be made. */
export interface Task {
  readonly act: Act
  readonly customer: string
  /** Because of what: only faults look at it. */
  readonly because: Because
  readonly correlationId: string
  /** How often it was sent. */
  attempts: number
  /** Milliseconds since 1970; not before. */
  notBefore: number
}

/** What is left of somebody's relations, and what there was before. */
export interface Because {
  readonly before: readonly CustomerRelation[]
  readonly after: readonly CustomerRelation[]
}

export interface CustomerRelation {
  readonly is: 'account' | 'loan' | 'mandate'
  /** The day on which it began. */
  readonly since: IsoDate
}

/** One relationship of a batch. */
export interface Entry {
  readonly customer: string
  readonly since: IsoDate
}

export interface Settings {
  /** Of the register, down to its version; no slash at the end. */
  readonly baseUrl: string
  /** Nine digits: the bank's own. */
  readonly institution: string
  readonly maskinporten: { readonly issuer: string; readonly tokenUrl: string; readonly clientId: string }
  /** After a failure; it doubles with each further one, up to `longestPauseMs`. */
  readonly pauseMs: number
  readonly longestPauseMs: number
  /** Of one call, and of one that carries a file. */
  readonly deadlineMs: number
  readonly fileDeadlineMs: number
  /** How many relationships of a batch are taken in within a second, as the register says. */
  readonly ingestPerSecond: number
  /** Customers of whom nothing is known but that they are: a portfolio of some size. */
  readonly others: readonly string[]
}

/** An answer of the register, or none; `code` as it stood in an error. */
export type Answer =
  | { readonly status: number; readonly code: string | null; readonly body: Buffer }
  | { readonly silent: string }

/** What becomes of a report, or of a file, after its answer. `alarm`: somebody has to look at it, and it is not sent again. */
export interface Next {
  readonly does: 'done' | 'again' | 'alarm'
  /** Whether the token is used no more. */
  readonly renews?: true
  readonly afterMs?: number
}

/** When a file went to the register, and how much was in it; null where none is being taken in. */
export interface Loading {
  /** Milliseconds since 1970. */
  readonly from: number
  readonly entries: number
}

export type Told = Line<'alarm' | 'difference'>

/** What every part is handed. */
export interface Reporter {
  readonly world: World
  readonly settings: Settings
  readonly outgoing: Outgoing
  now(): number
  /** To whoever watches over the bank. */
  tell(what: Told['what'], detail: string): void
}
