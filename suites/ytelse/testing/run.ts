import { parseIsoDate } from '../../../contracts/calendar.ts'
import { register } from '../../../contracts/register.ts'
import type { RunRecord } from '../../../contracts/report/report.ts'
import type { Parties } from '../../../mocks/parties.ts'
import { loadChecks } from '../../checks.ts'
import type { LoadSettings } from '../../kit/load/profile.ts'
import { type RunOptions, run } from '../../kit/run/engine.ts'
import type { Target } from '../../kit/target.ts'
import { quietly } from '../../kit/testing/quietly.ts'
import { referenceTarget } from '../../targets/reference.ts'

/** Runs of this area on sockets. */

const parsed = parseIsoDate('2026-11-20')
if (!parsed.ok) throw new Error('the day of the tests is no day')
export const day = parsed.value

interface Loading extends Partial<Pick<RunOptions, 'signal' | 'tell'>> {
  readonly load: LoadSettings
  readonly only?: readonly string[]
}

/** Closes the target. */
export async function judgeUnderLoad(target: Target, { only, ...options }: Loading): Promise<RunRecord> {
  try {
    return await run({
      ...quietly,
      ...options,
      target,
      rows: {
        requirements: register.filter(({ area }) => area === 'ytelse'),
        isSelected: (id) => only === undefined || only.includes(id),
      },
      checks: await loadChecks(['ytelse']),
    })
  } finally {
    await target.close()
  }
}

export const referenceWith = (parties: Parties, ...faults: readonly string[]): Promise<Target> =>
  referenceTarget({ seed: 1, day, faults, areas: ['kontrollinformasjon'], parties })
