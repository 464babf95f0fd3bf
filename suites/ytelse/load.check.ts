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

/** One window of load, and what each requirement makes of it. */
const on = (verifies: string, verdict: Verdict): Check =>
  defineCheck(import.meta, {
    verifies,
    needs: ['P1'],
    uses: ['A4'],
    ask: ({ play }) => play(usualLoad),
    judge: judging((windows) => verdict(windows, serviceLevel)),
  })

/** The same beside another job of the participant's. */
const beside = (verifies: string, verdict: Verdict): Check =>
  defineCheck(import.meta, {
    verifies,
    needs: ['P1', 'A4'],
    ask: ({ play }) => play(besideJob),
    judge: judging((windows) => verdict(windows, serviceLevel)),
  })

export default [
  on('YT-001', quickEnough),
  on('YT-002', notThrottled),
  on('YT-003', availableEnough),
  on('YT-004', neverStill),
  on('YT-005', noSlower),
  beside('YT-006', goodBesideJob),
  on('YT-007', nothingWrong),
]
