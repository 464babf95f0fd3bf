import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reduceVerdicts, type Verdict, verdictOfFinding, verdicts, weights } from './verdict.ts'

const levels = ['MUST', 'SHOULD', 'MAY', 'INFO'] as const
const certainties = ['documented', 'inferred', 'reconstructed'] as const

describe('the verdict of a finding', () => {
  it.each([
    ['breach', 'MUST', 'documented', 'fail', 'fail'],
    ['breach', 'MUST', 'inferred', 'fail', 'fail'],
    ['breach', 'MUST', 'reconstructed', 'warn', 'warn'],
    ['breach', 'SHOULD', 'documented', 'warn', 'fail'],
    ['breach', 'SHOULD', 'inferred', 'warn', 'fail'],
    ['breach', 'SHOULD', 'reconstructed', 'warn', 'warn'],
    ['breach', 'MAY', 'documented', 'pass', 'pass'],
    ['breach', 'INFO', 'documented', 'pass', 'pass'],
    ['tolerated', 'MUST', 'documented', 'warn', 'warn'],
    ['tolerated', 'SHOULD', 'inferred', 'warn', 'warn'],
    ['tolerated', 'MAY', 'documented', 'pass', 'pass'],
  ] as const)(
    'of weight %s on a %s that is %s is %s, and %s when strict',
    (weight, level, certainty, usual, strict) => {
      expect(verdictOfFinding(weight, { level, certainty }, false)).toBe(usual)
      expect(verdictOfFinding(weight, { level, certainty }, true)).toBe(strict)
    },
  )

  it('never fails a participant on a row that is ours, nor on a MAY', () => {
    const arbitrary = fc.tuple(
      fc.constantFrom(...weights),
      fc.constantFrom(...levels),
      fc.constantFrom(...certainties),
      fc.boolean(),
    )
    fc.assert(
      fc.property(arbitrary, ([weight, level, certainty, strict]) => {
        const verdict = verdictOfFinding(weight, { level, certainty }, strict)
        const mayFail = certainty !== 'reconstructed' && (level === 'MUST' || (level === 'SHOULD' && strict))
        return verdict !== 'fail' || (mayFail && weight === 'breach')
      }),
    )
  })
})

describe('reduction', () => {
  const arbitrary = fc.array(fc.constantFrom(...verdicts))

  it('takes the worst: fail, inconclusive, warn, pass', () => {
    expect(reduceVerdicts(['pass', 'warn', 'inconclusive', 'fail'])).toBe('fail')
    expect(reduceVerdicts(['pass', 'warn', 'inconclusive'])).toBe('inconclusive')
    expect(reduceVerdicts(['pass', 'warn'])).toBe('warn')
    expect(reduceVerdicts(['pass', 'not-applicable'])).toBe('pass')
  })

  it('of nothing, or of what says nothing, is not-tested', () => {
    expect(reduceVerdicts([])).toBe('not-tested')
    expect(reduceVerdicts(['not-applicable', 'not-tested'])).toBe('not-tested')
  })

  it('does not depend on order, nor on how it is grouped', () => {
    fc.assert(
      fc.property(arbitrary, arbitrary, (some, others) => {
        const together = reduceVerdicts([...some, ...others])
        return (
          together === reduceVerdicts([...others, ...some]) &&
          together === reduceVerdicts([reduceVerdicts(some), reduceVerdicts(others)])
        )
      }),
    )
  })

  it('never passes without a pass', () => {
    fc.assert(fc.property(arbitrary, (all: Verdict[]) => reduceVerdicts(all) !== 'pass' || all.includes('pass')))
  })
})
