import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunRecord } from '../../contracts/report/report.ts'
import type { Verdict } from '../../contracts/report/verdict.ts'
import { type Parties, startParties } from '../../mocks/parties.ts'
import { loadChecks } from '../checks.ts'
import { knownFaults } from '../targets/faults.ts'
import { judgeReference } from '../testing/judge-reference.ts'
import { builtIn, unrelated } from '../testing/matrix.ts'

/** Every fault meets the checks that it names, broken and blinded; all others it meets in `matrix.prove.ts`. */

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
    const only = [...fault.violates, ...fault.tolerates, ...fault.blinds]
    // Strict, because a SHOULD warns for a breach and for what is tolerated alike.
    const { report } = await judgeReference({ area, faults: [fault.id], parties, strict: true, only })
    const built = builtIn(conformant)
    const verdicts = new Map(report.results.map((result) => [result.requirement, result.verdict]))
    const told = (ids: readonly string[]) =>
      Object.fromEntries(ids.filter((id) => built.has(id)).map((id) => [id, verdicts.get(id)]))
    const expected = (ids: readonly string[], verdict: Verdict) =>
      Object.fromEntries(ids.filter((id) => built.has(id)).map((id) => [id, verdict]))
    expect(told(fault.violates)).toEqual(expected(fault.violates, 'fail'))
    expect(told(fault.tolerates)).toEqual(expected(fault.tolerates, 'warn'))
    expect(told(fault.blinds)).toEqual(expected(fault.blinds, 'inconclusive'))
    expect(only.some((id) => built.has(id))).toBe(true)
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
