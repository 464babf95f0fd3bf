import type { CaseId } from './fixtures/cases.ts'
import type { OwnNumbers } from './fixtures/own-numbers.ts'
import type { SchemaVersion } from './profile.ts'

/** The two questions a bank may answer; at first it may be one of them (DSVE-002). */
export const flows = ['restgjeld', 'innfrielse'] as const
export type Flow = (typeof flows)[number]

/** What a participant declares about how it answers. Nothing of it is demanded by a document. */
export interface DsveProfile {
  /** Which of the two it answers, as AKELDO has it. Default: both. */
  readonly flows?: readonly Flow[]
  /** Which schema the parties have agreed on. Default 2.2.1. */
  readonly version?: SchemaVersion
  /** Seconds from a published request to its answer, at most. Left out: none is agreed, and silence is told without blame. */
  readonly answerSeconds?: number
  /** What becomes of a settlement half a year ahead (DSVE-180). Left out: nothing is declared. */
  readonly farFuture?: 'answers' | 'refuses' | 'waits'
  /** Cases that its test data cannot hold: what stands on them alone is `inconclusive: fixture-missing`. Never `alwaysThere`. */
  readonly without?: readonly CaseId[]
  /** Numbers that its loans have in place of those of the cases. */
  readonly loans?: OwnNumbers
}

/** What most questions are about. Who cannot hold this one cannot be asked. */
export const alwaysThere: CaseId = 'S1'
