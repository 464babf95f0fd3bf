import { describe, expect, it } from 'vitest'
import type { Requirement } from '../../../contracts/requirement.ts'
import { all, inconclusive, type Judgement } from '../judge/judgement.ts'
import { answerWith } from '../testing/exchange.ts'
import { condensed } from './condense.ts'
import { rule } from './verdict.ts'

const must = { level: 'MUST', certainty: 'documented' } as Requirement
const said = (holds: boolean): Judgement =>
  answerWith({ status: 200 }).finds(holds, { what: 'should be', expected: 1, at: 'status' })
const times = (count: number, judgement: Judgement): Judgement => Array.from({ length: count }, () => judgement).flat()

describe('a condensed judgement', () => {
  it.each([
    ['passes', times(1000, said(true))],
    ['fails', all(times(1000, said(true)), times(700, said(false)), inconclusive('deadline', 'late'))],
    ['is inconclusive', all(times(3, said(true)), times(400, inconclusive('deadline', 'late')))],
    ['is short', said(false)],
  ])('that %s is ruled as the whole one', (_how, judgement) => {
    const { judgement: kept, omitted } = condensed(judgement)
    expect(rule(must, kept, false, omitted)).toEqual(rule(must, judgement, false))
    expect(kept.length).toBeLessThanOrEqual(300)
  })
})
