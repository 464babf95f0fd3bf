import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fits, mostAtOnce, mostInAnySecond } from './pace.ts'

const times = (...groups: readonly (readonly [from: number, count: number, every: number])[]) =>
  groups.flatMap(([from, count, every]) => Array.from({ length: count }, (_, index) => from + index * every))

describe('reports in seconds', () => {
  it.each([
    ['nothing', [], true, 0],
    ['a hundred milliseconds between two', times([1234, 30, 100]), true, 10],
    ['ten at the end of a second and ten in the next', times([900, 10, 5], [1000, 10, 5]), true, 20],
    ['ten at once and then ten in a second', times([300, 10, 0], [400, 15, 100]), true, 19],
    ['more than two seconds hold, at once', times([0, 21, 3]), false, 21],
    ['eleven in each of two seconds', times([0, 44, 90]), false, 12],
  ] as const)('%s', (_what, some, expected, most) => {
    expect([fits(some, 10), mostInAnySecond(some)]).toEqual([expected, most])
  })

  it('fit where no second there is holds too many, and never where one holds more than two may', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1 }), (some) => {
        const most = mostInAnySecond(some)
        expect(fits(some, most)).toBe(true)
        expect(fits(some, Math.ceil(most / 2) - 1)).toBe(false)
      }),
    )
  })
})

describe('waits', () => {
  it('meet where they overlap', () => {
    expect(mostAtOnce([])).toBe(0)
    expect(
      mostAtOnce([
        { from: 0, until: 10 },
        { from: 10, until: 20 },
      ]),
    ).toBe(1)
    expect(
      mostAtOnce([
        { from: 0, until: 10 },
        { from: 5, until: 20 },
        { from: 6, until: 8 },
      ]),
    ).toBe(3)
  })
})
