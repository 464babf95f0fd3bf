import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IsoDate } from '../../contracts/calendar.ts'
import { register } from '../../contracts/register.ts'
import { loadChecks } from '../checks.ts'
import { run } from '../kit/run/engine.ts'
import type { Target } from '../kit/target.ts'
import { quietly } from '../kit/testing/quietly.ts'
import { referenceTarget } from '../targets/reference.ts'

/** A run uses its debtors up: what comes after it on the same bank must neither blame nor praise it for that. */

const ids = ['KV-028', 'KV-037', 'KV-040']
const checks = await loadChecks(['konkursvarsel'])
let target: Target
beforeAll(async () => {
  target = await referenceTarget({ seed: 1, day: '2026-11-20' as IsoDate, faults: [], areas: ['konkursvarsel'] })
})
afterAll(() => target.close())

/** The verdicts of one more run on the same bank. */
async function again(runId: string, changes: Partial<Target> = {}) {
  const requirements = register.filter(({ id }) => ids.includes(id))
  const { report } = await run({
    ...quietly,
    target: { ...target, ...changes },
    rows: { requirements, isSelected: (id) => ids.includes(id) },
    checks,
    runId,
  })
  return report.results.map(({ verdict, reason }) => (reason === null ? verdict : `${verdict}: ${reason}`))
}

describe('runs on one bank', () => {
  it('are alike where it can be as on the first day, and tell that the debtors have played where it cannot', async () => {
    const passed = ids.map(() => 'pass')
    expect(await again('first')).toEqual(passed)
    const { hooks } = target
    const withoutInstall = hooks && { hooks: { ...hooks, offers: hooks.offers.filter((name) => name !== 'install') } }
    const used = await again('second', withoutInstall)
    expect(new Set(used)).toEqual(new Set(['inconclusive: fixture-missing']))
    expect(await again('third')).toEqual(passed)
  })
})
