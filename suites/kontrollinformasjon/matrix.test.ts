import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunRecord } from '../../contracts/report/report.ts'
import { type Parties, startParties } from '../../mocks/parties.ts'
import { loadChecks } from '../checks.ts'
import { knownFaults } from '../targets/faults.ts'
import { judgeReference } from '../testing/judge-reference.ts'
import { builtIn, unrelated, verdictOfBreach } from '../testing/matrix.ts'

/** Every fault meets the checks that it names; all others it meets in `matrix.prove.ts`. */

const area = 'kontrollinformasjon'
const checks = await loadChecks([area])
const named = knownFaults.map((fault) => [fault.id, fault] as const)
let parties: Parties
let conformant: RunRecord

beforeAll(async () => {
  parties = await startParties()
  conformant = await judgeReference({ area, parties })
})
afterAll(() => parties.close())

describe('the reference bank', () => {
  it('passes every row that is built', () => {
    const others = conformant.report.results.filter(({ check, verdict }) => check !== null && verdict !== 'pass')
    expect(others).toEqual([])
    expect(builtIn(conformant).size).toBeGreaterThan(20)
  })

  it('leaves the harness without an error', () => expect(conformant.report.errors).toEqual([]))
})

describe('a fault', () => {
  it.each(named)('%s is noticed by the checks that it names', async (_id, fault) => {
    const only = [...fault.violates, ...fault.tolerates]
    // Strict, because a SHOULD warns for a breach and for what is tolerated alike.
    const { report } = await judgeReference({ area, faults: [fault.id], parties, strict: true, only })
    const built = builtIn(conformant)
    const verdicts = new Map(report.results.map((result) => [result.requirement, result.verdict]))
    const breached = fault.violates.filter((id) => built.has(id)).map((id) => [id, verdicts.get(id)])
    const tolerated = fault.tolerates.filter((id) => built.has(id)).map((id) => [id, verdicts.get(id)])
    expect(breached).toEqual(breached.map(([id]) => [id, verdictOfBreach(true, id ?? '')]))
    expect(tolerated).toEqual(tolerated.map(([id]) => [id, 'warn']))
    expect(breached.length + tolerated.length).toBeGreaterThan(0)
    expect(report.errors).toEqual([])
  })

  it.each(named)('%s breaks only what belongs together', (_id, fault) => expect(unrelated(fault)).toEqual([]))
})

describe('a check', () => {
  it.each(checks.map(({ verifies }) => verifies))('%s has met a bank that fails it', (id) => {
    const met = knownFaults.filter(({ violates }) => violates[0] === id).map((fault) => fault.id)
    expect(met, `${id} has no fault: add one to mocks/bank/${area}/faults`).not.toEqual([])
  })
})

describe('a breach of a SHOULD', () => {
  it('warns, unless the run is strict', async () => {
    const faults = ['serves-debtors-without-notice']
    const verdictOf = async (strict: boolean) =>
      (await judgeReference({ area, faults, parties, strict, only: ['KI-KON-023'] })).report.summary.verdict
    expect([await verdictOf(false), await verdictOf(true)]).toEqual(['incomplete', 'fail'])
  })
})
