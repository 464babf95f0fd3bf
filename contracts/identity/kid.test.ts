import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kidRules } from './kid.ts'

/** The rule said the other way: the weighted sum, check digit included, is a multiple of eleven. */
const fits11 = (kid: string) =>
  [...kid].reverse().reduce((sum, digit, index) => sum + Number(digit) * (index === 0 ? 1 : 2 + ((index - 1) % 6)), 0) %
    11 ===
  0

/** Luhn, from the right with the check digit in it. */
const fits10 = (kid: string) =>
  [...kid].reverse().reduce((sum, digit, index) => {
    const twice = Number(digit) * 2
    return sum + (index % 2 === 0 ? Number(digit) : Math.floor(twice / 10) + (twice % 10))
  }, 0) %
    10 ===
  0

describe('kidRules', () => {
  it.each([
    ['123456782', ['MOD10']],
    ['123456785', ['MOD11']],
    ['7001233', ['MOD10']],
    ['7001231', ['MOD11']],
    ['00', ['MOD10', 'MOD11']],
    ['123456789', []],
    ['1', []],
    ['12345678-', []],
    ['Oppdrag 12', []],
    ['0'.repeat(26), []],
  ])('of %s are %j', (kid, rules) => {
    expect(kidRules(kid)).toEqual(rules)
  })

  it('agree with the rules said the other way, for any digits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{2,25}$/), (kid) => {
        expect(kidRules(kid)).toEqual([...(fits10(kid) ? ['MOD10'] : []), ...(fits11(kid) ? ['MOD11'] : [])])
      }),
      { numRuns: 2000 },
    )
  })
})
