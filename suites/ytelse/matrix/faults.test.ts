import { describe, expect, it } from 'vitest'
import { requirement } from '../../../contracts/register.ts'
import type { LoadWindow } from '../../../contracts/report/load.ts'
import type { Verdict } from '../../../contracts/report/verdict.ts'
import type { Behaviour } from '../../../mocks/bank/ytelse/behaviour.ts'
import { type LoadFault, loadFaults } from '../../../mocks/bank/ytelse/faults.ts'
import checks from '../load.check.ts'
import { type Recorded, rulingsOn } from '../testing/judged.ts'
import { virtualWindow } from '../testing/virtual.ts'

/** Every fault meets every check, without sockets and without waiting; `faults.prove.ts` has them on sockets. */

const conformant = (): Behaviour => () => ({})

/** What the bank with the fault would have answered in two standard windows. */
function recordOf({ id, behaviour }: Pick<LoadFault, 'id' | 'behaviour'>): Recorded {
  const usual = virtualWindow((behaviour ?? conformant)())
  const besideJob = virtualWindow((behaviour ?? conformant)(), { mix: 'beside-job' })
  const seen = (window: LoadWindow) => [id.startsWith('forgets') ? forgetting(window) : window]
  return { usual: seen(usual), besideJob: seen(besideJob) }
}

const forgetting = (window: LoadWindow): LoadWindow => ({
  ...window,
  samples: window.samples.map((one) => (one.kind === 'accounts' ? { ...one, wrong: '1 of 3 accounts missing' } : one)),
})

const verdictsOn = async (recorded: Recorded) =>
  Object.fromEntries([...(await rulingsOn(recorded))].map(([id, { verdict }]) => [id, verdict]))

function expectedOf({ violates, undecided }: Pick<LoadFault, 'violates' | 'undecided'>): Record<string, Verdict> {
  const verdictOf = (id: string): Verdict => {
    if (violates.includes(id)) return requirement(id)?.level === 'MUST' ? 'fail' : 'warn'
    return undecided.includes(id) ? 'inconclusive' : 'pass'
  }
  return Object.fromEntries(checks.map(({ verifies }) => [verifies, verdictOf(verifies)]))
}

describe('a fault under load', () => {
  it.each(loadFaults.map((fault) => [fault.id, fault] as const))('%s is noticed exactly', async (_id, fault) => {
    expect(await verdictsOn(recordOf(fault))).toEqual(expectedOf(fault))
  })

  it.each(loadFaults.map((fault) => [fault.id, fault] as const))(
    '%s breaks only what belongs together',
    (_id, fault) => {
      const [first = '', ...others] = fault.violates
      const related = requirement(first)?.implies ?? []
      expect(others.filter((id) => !related.includes(id))).toEqual([])
    },
  )
})

describe('the conformant bank', () => {
  it('passes every row', async () => {
    const recorded = recordOf({ id: '', behaviour: null })
    expect(await verdictsOn(recorded)).toEqual(expectedOf({ violates: [], undecided: [] }))
  })
})

describe('a check', () => {
  it.each(checks.map(({ verifies }) => verifies))('%s has met a bank that fails it', (id) => {
    expect(loadFaults.filter(({ violates }) => violates[0] === id).map((fault) => fault.id)).not.toEqual([])
  })
})

describe('without an agreement', () => {
  it('nothing fails, and a breach warns', async () => {
    const [late] = loadFaults
    if (late === undefined) throw new Error('there is no fault')
    const rulings = await rulingsOn(recordOf(late), 'reconstructed')
    expect(rulings.get('YT-001')?.verdict).toBe('warn')
    expect([...rulings.values()].map(({ verdict }) => verdict)).not.toContain('fail')
  })
})
