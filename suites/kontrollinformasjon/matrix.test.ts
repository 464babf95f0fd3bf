import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requirement } from '../../contracts/register.ts'
import type { RunRecord } from '../../contracts/report/report.ts'
import { type Parties, startParties } from '../../mocks/parties.ts'
import { loadChecks } from '../checks.ts'
import { knownFaults } from '../targets/faults.ts'
import { judgeReference } from '../testing/judge-reference.ts'
import { claimOf, effectOf, unrelated, verdictOfBreach } from '../testing/matrix.ts'

/** Every fault meets every check of the area: it breaks what it says, blinds what it says, and nothing else moves. */

const area = 'kontrollinformasjon'
const checks = await loadChecks([area])
let parties: Parties
let conformant: RunRecord
let built: ReadonlySet<string>

beforeAll(async () => {
  parties = await startParties()
  conformant = await judgeReference({ area, parties })
  built = new Set(conformant.report.results.filter(({ check }) => check !== null).map((result) => result.requirement))
})
afterAll(() => parties.close())

describe('the reference bank', () => {
  it('passes every row that is built', () => {
    const others = conformant.report.results.filter(({ check, verdict }) => check !== null && verdict !== 'pass')
    expect(others).toEqual([])
    expect(built.size).toBeGreaterThan(20)
  })

  it('leaves the harness without an error', () => expect(conformant.report.errors).toEqual([]))
})

describe('a fault', () => {
  it.each(knownFaults.map((fault) => [fault.id, fault] as const))('%s is noticed exactly', async (_id, fault) => {
    const faulty = await judgeReference({ area, faults: [fault.id], parties })
    expect(effectOf(faulty, conformant)).toEqual(claimOf(fault, built))
    for (const { requirement: id, verdict } of faulty.report.results)
      if (fault.violates.includes(id) && built.has(id))
        expect([id, verdict]).toEqual([id, verdictOfBreach(decidedBy(id))])
    expect(faulty.report.errors).toEqual([])
  })

  it.each(knownFaults.map((fault) => [fault.id, fault] as const))(
    '%s breaks only what belongs together',
    (_id, fault) => {
      expect(unrelated(fault)).toEqual([])
    },
  )
})

describe('a check', () => {
  it.each(checks.map(({ verifies }) => verifies))('%s has met a bank that fails it', (id) => {
    expect(knownFaults.filter(({ violates }) => violates[0] === id).map((fault) => fault.id)).not.toEqual([])
  })
})

/** The level of the row that is checked decides for its twins. */
function decidedBy(id: string): string {
  return [id, ...(requirement(id)?.sameAs ?? [])].find((one) => checks.some(({ verifies }) => verifies === one)) ?? id
}
