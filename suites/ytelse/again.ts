import type { LoadWindow } from '../../contracts/report/load.ts'
import { serviceLevel } from '../../contracts/ytelse/service-level.ts'
import { allPlanned } from '../kit/load/judge/planned.ts'
import { condensed } from '../kit/run/condense.ts'
import type { JudgedCheck } from '../kit/run/schedule.ts'
import checks, { rows } from './load.check.ts'
import { weights } from './scenario.ts'

/** A record of load is judged again; that the same questions were answered in calm is what the run has seen. */

export const asksFor: readonly string[] = weights('beside-job').map(({ name }) => name)

export const judgedAgain = (recorded: readonly LoadWindow[]): readonly JudgedCheck[] =>
  rows.flatMap(({ verifies, shownIn, verdict }) => {
    const judgement = allPlanned(recorded, shownIn, (windows) => verdict(windows, serviceLevel))
    return checks
      .filter((check) => check.verifies === verifies)
      .map((check) => ({ check, ...condensed(judgement), durationMs: 0 }))
  })
