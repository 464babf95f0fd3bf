import { describe, expect, it } from 'vitest'
import { serviceLevel } from '../../../../contracts/ytelse/service-level.ts'
import { answeredIn, times, windowOf } from '../../testing/window.ts'
import { figuresOf } from './figures.ts'

/** Errors that tools for load are known for (latency.md: "Known errors of known tools"). Ours does not make them. */

const figures = (...args: Parameters<typeof windowOf>) => figuresOf(windowOf(...args), serviceLevel)

describe('latency', () => {
  it('is what was seen, and is not corrected by an interval that nobody asked for', () => {
    const requests = [...times(989, 450), ...times(11, 520)]
    expect(figures(requests, { ratePerSecond: 50 })).toMatchObject({
      latency: { p50: 450, p90: 450, p99: 520, max: 520 },
      slow: 11,
    })
  })

  it('counts what was never sent, as slow and as the fault of the generator', () => {
    const unsent = { sent: null, written: null, firstByte: null, done: null, status: null, error: 'unsent' } as const
    const { slow, failed, generator } = figures([...times(1190, 20), ...times(10, 0, unsent)])
    expect({ slow, failed }).toEqual({ slow: 10, failed: 10 })
    expect(generator.problems).toEqual([expect.stringMatching(/^10 requests never left the generator/)])
  })

  it('ends with the last byte, and not with the first', () => {
    const requests = Array.from({ length: 1200 }, (_, n) => answeredIn(700, { firstByte: n * 100 + 20 }))
    expect(figures(requests)).toMatchObject({ slow: 1200, latency: { p50: 700 } })
  })

  it('begins when a request should have left: a stall of five seconds is seen by all that it met', () => {
    const stalled = Array.from({ length: 600 }, (_, n) => answeredIn(n >= 100 && n < 150 ? (150 - n) * 100 : 10))
    expect(figures(stalled)).toMatchObject({ slow: 46, episodes: 1 })
  })

  it('of no request is no zero', () => {
    expect(figures([]).latency).toEqual({ p50: null, p90: null, p95: null, p99: null, max: null })
    const failed = times(20, 0, { status: null, error: 'refused' })
    expect(figures(failed).latency.p99).toBeNull()
  })

  it('is the limit itself when it is slow, and just below it when it is not', () => {
    expect(figures([...times(10, 499.99), ...times(3, 500)]).slow).toBe(3)
    // 512.04 - 12.04 is a little less than 500 where numbers are binary.
    expect(figures([answeredIn(0, { planned: 12.04, done: 512.04 })]).slow).toBe(1)
  })
})

describe('failing fast', () => {
  it.each([
    ['a status', { status: 503 }],
    ['a refusal', { status: 429 }],
    ['a redirect', { status: 302 }],
    ['a connection that breaks', { status: null, error: 'reset' }],
    ['an answer that breaks off', { status: 200, error: 'reset' }],
  ] as const)('with %s helps nobody', (_what, changes) => {
    const { slow, failed, decision, latency } = figures([...times(1176, 20), ...times(24, 1, changes)])
    expect({ slow, failed, decision, p99: latency.p99 }).toEqual({ slow: 24, failed: 24, decision: 'fail', p99: 20 })
  })
})
