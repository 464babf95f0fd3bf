import { describe, expect, it } from 'vitest'
import { judgeReference } from '../testing/judge-reference.ts'
import { likenessOf } from '../testing/likeness.ts'

const area = 'kontrollinformasjon'

describe('two runs with one seed and day', () => {
  it('differ in nothing but ids, times, ports and keys', async () => {
    const [one, other] = [await judgeReference({ area }), await judgeReference({ area })]
    expect(likenessOf(other)).toEqual(likenessOf(one))
  })

  it('also when the bank is wrong', async () => {
    const faults = ['loses-transactions-inside-a-page']
    const [one, other] = [await judgeReference({ area, faults }), await judgeReference({ area, faults })]
    expect(likenessOf(other)).toEqual(likenessOf(one))
  })
})

describe('another seed', () => {
  it.each([2, 3])('%d changes the world and no verdict', async (seed) => {
    const { report } = await judgeReference({ area, seed })
    expect(report.results.filter(({ check, verdict }) => check !== null && verdict !== 'pass')).toEqual([])
  })
})

describe('a selection', () => {
  it('invents the same ids for the same questions', async () => {
    const whole = await judgeReference({ area })
    const part = await judgeReference({ area, only: ['KI-KON-023'] })
    const ids = new Set(whole.exchanges.map(({ invented }) => invented.CorrelationID))
    expect(part.exchanges).toHaveLength(2)
    for (const { invented } of part.exchanges) expect(ids).toContain(invented.CorrelationID)
  })
})
