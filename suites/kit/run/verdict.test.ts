import { describe, expect, it } from 'vitest'
import { requirement } from '../../../contracts/register.ts'
import type { Requirement } from '../../../contracts/requirement.ts'
import { inconclusive, notApplicable } from '../judge/judgement.ts'
import { answerWith } from '../testing/exchange.ts'
import { rule } from './verdict.ts'

const must = requirement('KI-URL-004') as Requirement
const good = answerWith({ status: 200, id: 'x1' }).answers(200)
const bad = (id: string) => answerWith({ status: 500, id }).answers(200)

describe('the ruling on one requirement', () => {
  it('names what decided, and nothing that did not', () => {
    const ruling = rule(must, [...good, ...bad('x2'), ...inconclusive('deadline', 'too late')], false)
    expect(ruling).toMatchObject({ verdict: 'fail', reason: null, message: 'should answer 200 (x2)' })
  })

  it('shows every breach, and a few of what was in order', () => {
    const notes = Array.from({ length: 20 }, () => good).flat()
    const breaches = Array.from({ length: 12 }, (_one, index) => bad(`x${index + 2}`)).flat()
    const { findings, message } = rule(must, [...notes, ...breaches], false)
    expect(findings.filter(({ weight }) => weight === 'breach')).toHaveLength(12)
    expect(findings.filter(({ weight }) => weight === 'note')).toHaveLength(5)
    expect(message).toBe('should answer 200 (x2); and 11 more')
  })

  it('gives the reason why nothing could be judged', () => {
    expect(rule(must, [...good, ...inconclusive('cache-warm', 'warm')], false)).toMatchObject({
      verdict: 'inconclusive',
      reason: 'cache-warm',
      message: 'warm',
    })
  })

  it('does not apply only when nothing else was found', () => {
    const absent = notApplicable('did-not-occur', 'one page')
    expect(rule(must, absent, false)).toMatchObject({ verdict: 'not-applicable', reason: 'did-not-occur' })
    expect(rule(must, [...absent, ...good], false).verdict).toBe('pass')
  })

  it('without a finding is never in favour', () => expect(rule(must, [], false).verdict).toBe('inconclusive'))
})
