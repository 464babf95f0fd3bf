import { describe, expect, it } from 'vitest'
import type { Result } from '../../../contracts/report/report.ts'
import type { Reason, Verdict } from '../../../contracts/report/verdict.ts'
import { summarise } from './summary.ts'

const result = (verdict: Verdict, reason: Reason | null = null, level: Result['level'] = 'MUST'): Result => ({
  requirement: 'KI-URL-004',
  area: 'kontrollinformasjon',
  level,
  certainty: 'documented',
  verdict,
  reason,
  message: '',
  check: null,
  findings: [],
  durationMs: 0,
})

describe('the verdict of a run', () => {
  it.each([
    ['pass', [result('pass')]],
    ['pass', [result('pass'), result('warn')]],
    ['pass', [result('pass'), result('not-tested', 'unobservable'), result('not-applicable', 'did-not-occur')]],
    ['pass', [result('pass'), result('not-tested', 'not-built-yet', 'SHOULD')]],
    ['incomplete', [result('pass'), result('not-tested', 'not-built-yet')]],
    ['incomplete', [result('pass'), result('not-tested', 'external-party')]],
    ['inconclusive', [result('pass'), result('inconclusive', 'deadline')]],
    ['inconclusive', [result('not-tested', 'not-built-yet')]],
    ['inconclusive', []],
    ['fail', [result('pass'), result('inconclusive', 'deadline'), result('fail')]],
  ] as const)('is %s', (verdict, results) => expect(summarise(results).verdict).toBe(verdict))
})

describe('the counts', () => {
  it('add up to all rows; judged and observable are what they say', () => {
    const results = [
      result('pass'),
      result('fail'),
      result('warn'),
      result('inconclusive', 'deadline'),
      result('not-applicable', 'did-not-occur'),
      result('not-tested', 'unobservable'),
      result('not-tested', 'not-built-yet'),
    ]
    const { pass, fail, warn, inconclusive, notApplicable, notTested, judged, observable } = summarise(results)
    expect(pass + fail + warn + inconclusive + notApplicable + notTested).toBe(results.length)
    expect([judged, observable]).toEqual([3, 5])
  })
})
