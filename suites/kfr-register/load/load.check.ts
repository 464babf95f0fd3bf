import type { LoadWindow } from '../../../contracts/report/load.ts'
import { serviceLevel } from '../../../contracts/ytelse/service-level.ts'
import { all, given, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { judgedSamples } from '../../kit/load/judge/latency.ts'
import { quickEnough, servedEnough } from '../../kit/load/judge/verdicts.ts'
import type { Act } from '../../kit/run/act.ts'
import { type Check, defineCheck } from '../../kit/run/check.ts'
import { answered, shows } from '../judging.ts'
import { besideBatch, calm, type Played } from './acts.ts'

/** What the agreement promises of reporting, at 10 requests a second (AGR 5.2). Look-ups are promised nothing. */

const judging =
  (judge: (windows: readonly LoadWindow[]) => Judgement) =>
  ({ own, rounds, windows }: Played): Judgement =>
    given(
      all(
        ...rounds.map(({ accepted, ingested, beside }) =>
          all(
            answered(accepted, 201),
            shows(ingested, own, 'the last customer of the batch before the window'),
            beside === null ? [] : answered(beside, 201),
          ),
        ),
      ),
      () => judge(windows),
    )

const on = (verifies: string, act: Act<Played>, judge: (windows: readonly LoadWindow[]) => Judgement): Check =>
  defineCheck(import.meta, { verifies, turn: 'late', ask: ({ play }) => play(act), judge: judging(judge) })

/** Ten minutes at that rate: what KFRO-073 asks for. */
const tenMinutes = 6000

/** Refusals of few minutes are a breach; that there were none in so short a time is not what the row asks for. */
function lookedLongEnough(windows: readonly LoadWindow[]): Judgement {
  const n = windows.flatMap(judgedSamples).length
  return n >= tenMinutes
    ? []
    : inconclusive(
        'too-few-samples',
        `it asks for ten minutes, ${tenMinutes} requests, and ${n} were made; certify makes more`,
      )
}

export default [
  on('KFRO-073', calm, (windows) => all(servedEnough(windows, serviceLevel), lookedLongEnough(windows))),
  on('KFRO-074', calm, (windows) => quickEnough(windows, serviceLevel)),
  on('KFRO-076', besideBatch, (windows) =>
    all(servedEnough(windows, serviceLevel), quickEnough(windows, serviceLevel)),
  ),
]
