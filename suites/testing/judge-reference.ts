import { type IsoDate, parseIsoDate } from '../../contracts/calendar.ts'
import { heavyRows } from '../../contracts/kfr-register/heavy-rows.ts'
import { register } from '../../contracts/register.ts'
import type { RunRecord } from '../../contracts/report/report.ts'
import type { Area } from '../../contracts/requirement.ts'
import { makeWorld, type World } from '../../mocks/bank/world/world.ts'
import type { Parties } from '../../mocks/parties.ts'
import { loadChecks } from '../checks.ts'
import { run } from '../kit/run/engine.ts'
import type { Target } from '../kit/target.ts'
import { quietly } from '../kit/testing/quietly.ts'
import { referenceTarget } from '../targets/reference.ts'
import { referenceRegister } from '../targets/reference-register.ts'

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
  /** Milliseconds between two polls of Brreg; see `StageOptions`. */
  readonly pollEveryMs?: number
  /** What the participant says of itself, in place of what the reference bank says. */
  readonly declares?: (target: Target) => Partial<
    Pick<
      Target,
      | 'capabilities'
      | 'production'
      | 'external'
      | 'fixtures'
      | 'konkursvarsel'
      | 'dsve'
      | 'evidence'
      | 'kfrRegister'
      | 'besides'
    >
  > & {
    readonly hooks?: Target['hooks'] | undefined
  }
}

/** Looking for them in all folders again takes longer than most of them take to ask. */
const loaded = new Map<Area, ReturnType<typeof loadChecks>>()

function checksOf(area: Area): ReturnType<typeof loadChecks> {
  const checks = loaded.get(area) ?? loadChecks([area])
  loaded.set(area, checks)
  return checks
}

/** By seed, for banks with faults: making one takes longer than a run of a few checks. */
const worlds = new Map<number, World>()

/** The account interface only reads in its world, and what is frozen shows that. A conformant bank has its own. */
function worldFor({ area, faults = [], seed = 1 }: Judging, on: IsoDate): { readonly world?: World } {
  if (area !== 'kontrollinformasjon' || faults.length === 0) return {}
  const world = worlds.get(seed) ?? frozen(makeWorld({ seed, day: on }))
  worlds.set(seed, world)
  return { world }
}

function frozen<T>(value: T): T {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return value
  for (const member of Object.values(value)) frozen(member)
  return Object.freeze(value)
}

export async function judgeReference(judging: Judging): Promise<RunRecord> {
  if (!day.ok) throw new Error('unreachable')
  const { area, strict = false, seed = 1, only, declares = () => ({}) } = judging
  const target = await targetFor(judging, day.value)
  try {
    return await run({
      target: { ...target, ...declares(target) } as Target,
      rows: {
        requirements: register.filter((row) => row.area === area),
        isSelected: (id) => only?.includes(id) ?? !heavyRows.includes(id),
      },
      checks: await checksOf(area),
      ...quietly,
      strict,
      seed,
      runId: `test-${seed}`,
    })
  } finally {
    await target.close()
  }
}

/** The register lives today, by the clock that everybody has; a bank on the day of its test data. */
function targetFor(judging: Judging, on: IsoDate): Promise<Target> {
  const { area, faults = [], parties, seed = 1, pollEveryMs } = judging
  const standing = parties === undefined ? {} : { parties }
  if (area === 'kfr-register') return referenceRegister({ faults, ...standing })
  return referenceTarget({
    seed,
    day: on,
    faults,
    areas: [area],
    ...worldFor(judging, on),
    ...(pollEveryMs === undefined ? {} : { pollEveryMs }),
    ...standing,
  })
}
