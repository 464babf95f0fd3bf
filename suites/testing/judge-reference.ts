import { parseIsoDate } from '../../contracts/calendar.ts'
import { register } from '../../contracts/register.ts'
import type { RunRecord } from '../../contracts/report/report.ts'
import type { Area } from '../../contracts/requirement.ts'
import type { Parties } from '../../mocks/parties.ts'
import { loadChecks } from '../checks.ts'
import { run } from '../kit/run/engine.ts'
import type { Target } from '../kit/target.ts'
import { quietly } from '../kit/testing/quietly.ts'
import { referenceTarget } from '../targets/reference.ts'

/** One whole run against the reference bank, on sockets, for tests. */

const day = parseIsoDate('2026-11-20')
if (!day.ok) throw new Error('the day of the tests is no day')

export interface Judging {
  readonly area: Area
  readonly faults?: readonly string[]
  /** Shared by many runs: making keys is slow. */
  readonly parties?: Parties
  readonly strict?: boolean
  readonly seed?: number
  readonly only?: readonly string[]
  /** What the participant says of itself, in place of what the reference bank says. */
  readonly declares?: (target: Target) => Partial<Pick<Target, 'capabilities' | 'production' | 'external' | 'fixtures'>>
}

export async function judgeReference({
  area,
  faults = [],
  parties,
  strict = false,
  seed = 1,
  only,
  declares = () => ({}),
}: Judging): Promise<RunRecord> {
  if (!day.ok) throw new Error('unreachable')
  const target = await referenceTarget({
    seed,
    day: day.value,
    faults,
    areas: [area],
    ...(parties === undefined ? {} : { parties }),
  })
  try {
    return await run({
      target: { ...target, ...declares(target) },
      rows: {
        requirements: register.filter((row) => row.area === area),
        isSelected: (id) => only === undefined || only.includes(id),
      },
      checks: await loadChecks([area]),
      ...quietly,
      strict,
      seed,
      runId: `test-${seed}`,
    })
  } finally {
    await target.close()
  }
}
