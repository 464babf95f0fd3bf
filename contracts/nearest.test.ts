import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distance, nearest } from './nearest.ts'

describe('distance', () => {
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['strcit', 'strict', 1],
    ['abc', 'abc', 0],
  ])('%s to %s is %i', (one, other, far) => {
    expect(distance(one, other)).toBe(far)
    expect(distance(other, one)).toBe(far)
  })

  it('is zero for equal words only, and never more than the longer word', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (one, other) => {
        expect(distance(one, other) === 0).toBe(one === other)
        expect(distance(one, other)).toBeLessThanOrEqual(Math.max(one.length, other.length))
      }),
    )
  })
})

describe('nearest', () => {
  const options = ['config', 'area', 'only', 'strict', 'seed', 'out']

  it('answers the option that was meant, whatever its case', () => {
    expect(nearest('stritc', options)).toEqual(['strict'])
    expect(nearest('CONFIG', options)).toEqual(['config'])
    expect(nearest('aera', options)[0]).toBe('area')
  })

  it('answers nothing when nothing is near', () => {
    expect(nearest('participant', options)).toEqual([])
    expect(nearest('', options)).toEqual([])
  })

  it('answers three at most, nearest first', () => {
    expect(nearest('KI-ACC-01', ['KI-ACC-099', 'KI-ACC-010', 'KI-ACC-011', 'KI-ACC-001'])).toEqual([
      'KI-ACC-010',
      'KI-ACC-011',
      'KI-ACC-001',
    ])
  })
})
