import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunRecord } from '../../contracts/report/report.ts'
import { type Parties, startParties } from '../../mocks/parties.ts'
import { judgeReference } from '../testing/judge-reference.ts'
import { likenessOf } from '../testing/likeness.ts'

const area = 'kontrollinformasjon'

/** Two of each, with keys of their own. */
let stages: readonly [Parties, Parties]
let whole: RunRecord
beforeAll(async () => {
  stages = await Promise.all([startParties(), startParties()])
  whole = await judgeReference({ area, parties: stages[0] })
})
afterAll(() => Promise.all(stages.map((parties) => parties.close())))

/** As texts: a run has megabytes, and only where two differ does anybody want to see where. */
function expectAlike(one: RunRecord, other: RunRecord): void {
  const [first, second] = [likenessOf(one), likenessOf(other)]
  const isAlike = JSON.stringify(first) === JSON.stringify(second)
  if (!isAlike) expect(second).toEqual(first)
  expect(isAlike).toBe(true)
}

describe('two runs with one seed and day', () => {
  it('differ in nothing but ids, times, ports and keys', async () =>
    expectAlike(whole, await judgeReference({ area, parties: stages[1] })))

  it('also when the bank is wrong', async () => {
    const faults = ['loses-transactions-inside-a-page']
    const one = await judgeReference({ area, faults, parties: stages[0] })
    expectAlike(one, await judgeReference({ area, faults, parties: stages[1] }))
  })
})

describe('another seed', () => {
  it.each([2, 3])('%d changes the world and no verdict', async (seed) => {
    const { report } = await judgeReference({ area, seed, parties: stages[0] })
    expect(report.results.filter(({ check, verdict }) => check !== null && verdict !== 'pass')).toEqual([])
  })
})

describe('a selection', () => {
  it('invents the same ids for the same questions', async () => {
    const part = await judgeReference({ area, only: ['KI-KON-023'], parties: stages[0] })
    const ids = new Set(whole.exchanges.map(({ invented }) => invented.CorrelationID))
    expect(part.exchanges).toHaveLength(2)
    for (const { invented } of part.exchanges) expect(ids).toContain(invented.CorrelationID)
  })
})
