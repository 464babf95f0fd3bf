import { inconclusive } from '../../kit/judge/judgement.ts'
import { condensed } from '../../kit/run/condense.ts'
import type { JudgedCheck } from '../../kit/run/schedule.ts'
import checks from './load.check.ts'

export { asksFor } from './acts.ts'

/**
 * A record of load does not show whether the batches before the windows, and beside them, were taken and stored. Where they
 * were not, those who are to be ended are nobody's customers, and a window beside a batch is one in calm.
 */
export const judgedAgain = (): readonly JudgedCheck[] =>
  checks.map((check) => ({ check, ...condensed(unseen), durationMs: 0 }))

const unseen = inconclusive(
  'not-recorded',
  'whether the batches before and beside the windows were taken and stored is not in a record of load; see report.json of the run',
)
