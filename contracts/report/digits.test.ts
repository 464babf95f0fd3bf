import { describe, expect, it } from 'vitest'
import { toDigits } from './digits.ts'

describe('digits that mean something', () => {
  it.each([
    [1.6759, 3, 'nearest', 1.68],
    [1.6759, 3, 'down', 1.67],
    [1.6701, 3, 'up', 1.68],
    [1.38, 3, 'down', 1.38],
    [1.38, 3, 'up', 1.38],
    [0.09999, 2, 'up', 0.1],
    [0.000_123_4, 2, 'down', 0.000_12],
    [98_765, 2, 'up', 99_000],
    [0, 2, 'up', 0],
  ] as const)('of %d, %i, %s: %d', (value, digits, towards, rounded) =>
    expect(toDigits(value, digits, towards)).toBe(rounded),
  )
})
