import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunRecord } from '../../../contracts/report/report.ts'
import { type Parties, startParties } from '../../../mocks/parties.ts'
import { loadChecks } from '../../checks.ts'
import { knownFaults } from '../../targets/faults.ts'
import { judgeReference } from '../../testing/judge-reference.ts'
import { builtIn } from '../../testing/matrix.ts'
import besides from './besides.json' with { type: 'json' }

const area = 'kontrollinformasjon'
const checks = await loadChecks([area])
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

describe('a check', () => {
  it.each(checks.map(({ verifies }) => verifies))('%s has met a bank that fails it', (id) => {
    const met = knownFaults.filter(({ violates }) => violates[0] === id).map((fault) => fault.id)
    expect(met, `${id} has no fault: add one to mocks/bank/${area}/faults`).not.toEqual([])
  })
})

describe('what faults do besides', () => {
  it('is on record for known faults only', () => {
    const known = new Set(knownFaults.map(({ id }) => id))
    expect(Object.keys(besides).filter((id) => !known.has(id))).toEqual([])
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
