import { describe, expect, it } from 'vitest'
import { atLeast, atMost, boundsOf, exactly, limitsOf } from './binomial.ts'

/** Beside the module's logarithms, another way to the same numbers: each term from the one before. */
function cumulative(k: number, n: number, p: number): number {
  let term = (1 - p) ** n
  let sum = 0
  for (let at = 0; at <= k; at++) {
    sum += term
    term *= ((n - at) / (at + 1)) * (p / (1 - p))
  }
  return sum
}

const limits = (n: number) => limitsOf(n, 0.01, 0.05)

describe('binomial probabilities', () => {
  it.each([
    [0, 10, 0.5, 1 / 1024],
    [5, 10, 0.5, 252 / 1024],
    [1, 3, 0.25, 27 / 64],
  ])('P(X = %i) of %i at %d', (k, n, p, exact) => expect(exactly(k, n, p)).toBeCloseTo(exact, 14))

  it.each([
    [3, 60, 0.01],
    [6, 1200, 0.01],
    [19, 1200, 0.02],
    [328, 36_000, 0.01],
    [400, 36_000, 0.01],
  ])('P(X ≤ %i) of %i at %d is the sum of its terms', (k, n, p) => {
    expect(atMost(k, n, p)).toBeCloseTo(cumulative(k, n, p), 10)
    expect(atMost(k, n, p) + atLeast(k + 1, n, p)).toBeCloseTo(1, 12)
  })

  it('end where the numbers do', () => {
    expect([atMost(-1, 5, 0.1), atMost(5, 5, 0.1), atLeast(0, 5, 0.1), atLeast(6, 5, 0.1)]).toEqual([0, 1, 1, 0])
    expect([exactly(0, 5, 0), exactly(5, 5, 1), exactly(6, 5, 0.5)]).toEqual([1, 1, 0])
  })
})

describe('limits', () => {
  it.each([
    [60, null, 3],
    [298, null, 7],
    [299, 0, 7],
    [300, 0, 7],
    [600, 1, 11],
    [1200, 6, 19],
    [3000, 20, 40],
    [6000, 47, 74],
    [36_000, 328, 392],
  ])('of %i: pass at %s, fail from %s', (n, passIfAtMost, failIfAtLeast) => {
    expect(limits(n)).toEqual({ passIfAtMost, failIfAtLeast })
  })

  it('pass a true 1 % in at most 5 of 100 runs, and fail it in at most 5, whatever the number of requests', () => {
    for (let n = 1; n <= 36_000; n++) {
      const { passIfAtMost, failIfAtLeast } = limits(n)
      const wrongPass = passIfAtMost === null ? 0 : cumulative(passIfAtMost, n, 0.01)
      const wrongFail = failIfAtLeast === null ? 0 : 1 - cumulative(failIfAtLeast - 1, n, 0.01)
      if (wrongPass > 0.05 || wrongFail > 0.05 + 1e-9) expect.fail(`${n}: pass ${wrongPass}, fail ${wrongFail}`)
    }
  })

  it('are the widest that keep this promise', () => {
    for (let n = 1; n <= 36_000; n += 97) {
      const { passIfAtMost, failIfAtLeast } = limits(n)
      expect(cumulative((passIfAtMost ?? -1) + 1, n, 0.01)).toBeGreaterThan(0.05)
      if (failIfAtLeast !== null) expect(1 - cumulative(failIfAtLeast - 2, n, 0.01)).toBeGreaterThan(0.05)
    }
  })

  it('decide what is clear within two minutes', () => {
    const { passIfAtMost, failIfAtLeast } = limits(1200)
    expect(1 - cumulative((failIfAtLeast ?? 0) - 1, 1200, 0.02)).toBeGreaterThanOrEqual(0.85)
    expect(cumulative(passIfAtMost ?? -1, 1200, 0.002)).toBeGreaterThanOrEqual(0.95)
  })

  it('are wrong on both sides where slow requests come in bursts of five, which is why a verdict says so', () => {
    // As good as 240 groups of five: a pass has one of them at most, a breach four.
    expect(atMost(1, 240, 0.01)).toBeCloseTo(0.31, 2)
    expect(atLeast(4, 240, 0.008)).toBeGreaterThan(0.05)
  })

  it('promise no more of thirty seconds than latency.md does', () => {
    const { passIfAtMost, failIfAtLeast } = limits(300)
    expect(1 - cumulative((failIfAtLeast ?? 0) - 1, 300, 0.02)).toBeCloseTo(0.39, 2)
    expect(cumulative(passIfAtMost ?? -1, 300, 0.002)).toBeCloseTo(0.55, 2)
  })

  it('of very few requests can neither pass nor, where one slow one is not rare, fail', () => {
    expect(limitsOf(1, 0.01, 0.05)).toEqual({ passIfAtMost: null, failIfAtLeast: 1 })
    expect(limitsOf(1, 0.5, 0.05)).toEqual({ passIfAtMost: null, failIfAtLeast: null })
    expect(limitsOf(0, 0.01, 0.05)).toEqual({ passIfAtMost: null, failIfAtLeast: null })
  })
})

describe('bounds', () => {
  it.each([
    [0, 300, 0, 1 - 0.05 ** (1 / 300)],
    [300, 300, 0.05 ** (1 / 300), 1],
    [0, 0, 0, 1],
  ])('after %i of %i', (k, n, lower, upper) => {
    expect(boundsOf(k, n, 0.05).lower).toBeCloseTo(lower, 10)
    expect(boundsOf(k, n, 0.05).upper).toBeCloseTo(upper, 10)
  })

  it('lie on either side of what decides', () => {
    expect(boundsOf(6, 1200, 0.05).upper).toBeLessThan(0.01)
    expect(boundsOf(7, 1200, 0.05).upper).toBeGreaterThan(0.01)
    expect(boundsOf(19, 1200, 0.05).lower).toBeGreaterThan(0.01)
    expect(boundsOf(18, 1200, 0.05).lower).toBeLessThan(0.01)
  })
})
