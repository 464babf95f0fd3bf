import { requirement } from '../../../contracts/register.ts'
import type { LoadWindow } from '../../../contracts/report/load.ts'
import type { Requirement } from '../../../contracts/requirement.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import type { Check } from '../../kit/run/check.ts'
import { condensed } from '../../kit/run/condense.ts'
import { type Ruling, rule } from '../../kit/run/verdict.ts'
import { answerWith, json } from '../../kit/testing/exchange.ts'
import { besideJob, type Played, usualLoad } from '../acts.ts'
import checks from '../load.check.ts'

/** What all checks make of windows that were recorded elsewhere, for a participant that has agreed to the figures. */

export interface Recorded {
  readonly usual: readonly LoadWindow[]
  readonly besideJob: readonly LoadWindow[]
}

export async function rulingsOn(recorded: Recorded, certainty: Requirement['certainty'] = 'documented') {
  const doors = doorsTo(recorded)
  const rulings = await Promise.all(
    checks.map(async (check) => [check.verifies, await rulingOf(check, doors, certainty)] as const),
  )
  return new Map<string, Ruling>(rulings)
}

/** Behind them every window has been played already, and every question was answered in calm. */
export function doorsTo(recorded: Recorded): Doors {
  const calm = [answerWith({ content: json({}) })]
  const played = new Map<unknown, Played>([
    [usualLoad, { calm, lacking: null, allowed: null, windows: recorded.usual }],
    [besideJob, { calm, lacking: null, allowed: null, windows: recorded.besideJob }],
  ])
  const target = { fixtures: { P1: {}, A4: {} } }
  return { target, play: async (act: unknown) => played.get(act) } as unknown as Doors
}

async function rulingOf(check: Check, doors: Doors, certainty: Requirement['certainty']): Promise<Ruling> {
  const row = requirement(check.verifies)
  if (row === undefined) throw new Error(`there is no row ${check.verifies}`)
  const judge = await check.begin(doors)
  const { judgement, omitted } = condensed(judge([]))
  return rule({ ...row, certainty }, judgement, false, omitted)
}
