import { serviceLevel } from '../../contracts/ytelse/service-level.ts'
import {
  availableEnough,
  goodBesideJob,
  neverStill,
  noSlower,
  nothingWrong,
  notThrottled,
  quickEnough,
  type Verdict,
} from '../kit/load/judge/verdicts.ts'
import { type Check, defineCheck } from '../kit/run/check.ts'
import { besideJob, judging, usualLoad } from './acts.ts'

/** What shows each requirement, and what is made of it: while a run goes on, and of its record long after. */
interface Row {
  readonly verifies: string
  readonly shownIn: 'calm' | 'beside-job'
  readonly verdict: Verdict
}

export const rows: readonly Row[] = [
  { verifies: 'YT-001', shownIn: 'calm', verdict: quickEnough },
  { verifies: 'YT-002', shownIn: 'calm', verdict: notThrottled },
  { verifies: 'YT-003', shownIn: 'calm', verdict: availableEnough },
  { verifies: 'YT-004', shownIn: 'calm', verdict: neverStill },
  { verifies: 'YT-005', shownIn: 'calm', verdict: noSlower },
  { verifies: 'YT-006', shownIn: 'beside-job', verdict: goodBesideJob },
  { verifies: 'YT-007', shownIn: 'calm', verdict: nothingWrong },
]

/** Windows of load, each played once for all rows that they show. */
const acts = {
  calm: { act: usualLoad, needs: ['P1'], uses: ['A4'] },
  'beside-job': { act: besideJob, needs: ['P1', 'A4'], uses: [] },
} as const

function checkOf({ verifies, shownIn, verdict }: Row): Check {
  const { act, needs, uses } = acts[shownIn]
  return defineCheck(import.meta, {
    verifies,
    needs,
    uses,
    ask: ({ play }) => play(act),
    judge: judging((windows) => verdict(windows, serviceLevel)),
  })
}

export default rows.map(checkOf)
