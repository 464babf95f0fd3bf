import { describe, expect, it } from 'vitest'
import { answeredIn, times, windowOf } from '../../testing/window.ts'
import { longestSilence } from './silence.ts'

const unanswered = { done: null, status: null, error: 'timeout' } as const

describe('a silence', () => {
  it('is counted from the first that waited in it, to the next good answer', () => {
    const stalled = Array.from({ length: 200 }, (_, n) => answeredIn(n >= 50 && n < 80 ? (80 - n) * 100 : 10))
    expect(longestSilence(windowOf(stalled))).toBe(3000)
  })

  it('at the start counts, where those who left came to nothing', () =>
    expect(longestSilence(windowOf([...times(100, 0, unanswered), ...times(100, 20)]))).toBe(10_000))

  it('at the end counts as well', () =>
    expect(longestSilence(windowOf([...times(100, 20), ...times(101, 5, { status: 503 })]))).toBe(10_000))

  it('is none where every answer is slow in the same way, and the first of them as well', () =>
    expect(longestSilence(windowOf(times(100, 3000)))).toBe(100))

  it('is none where nobody waited, because the generator itself stood still', () => {
    const held = Array.from({ length: 200 }, (_, n) =>
      n >= 50 && n < 100 ? answeredIn(10_010 - n * 100, { sent: 10_000 }) : answeredIn(10),
    )
    expect(longestSilence(windowOf(held))).toBeLessThanOrEqual(100)
  })

  it('of nothing but failures lasts as long as they came', () =>
    expect(longestSilence(windowOf(times(101, 5, { status: 503 })))).toBe(10_000))

  it('of nothing is none', () => expect(longestSilence(windowOf([]))).toBe(0))
})
