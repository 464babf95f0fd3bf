import { describe, expect, it } from 'vitest'
import { serviceLevel } from '../../contracts/ytelse/service-level.ts'
import { figuresOf } from '../kit/load/judge/figures.ts'
import { inOrder, percentile } from '../kit/load/judge/latency.ts'
import { randomFrom } from '../kit/load/random.ts'
import { measure } from './testing/truth.ts'

/** The truth, by a server that knows it. On a machine that does something else meanwhile, times are not within 2 ms. */

const tell = (what: string, figures: object) => process.stdout.write(`${what}: ${JSON.stringify(figures)}\n`)

describe('against a server that logs its own delays', () => {
  it('the number of slow requests is exactly the server’s, and p50 and p99 are within 2 ms', async () => {
    const random = randomFrom(7)
    // None within 20 ms of the limit.
    const delays = Array.from({ length: 600 }, () => (random() < 0.03 ? 520 + random() * 300 : random() * 200))
    const { window, truth } = await measure({ n: 600, ratePerSecond: 10, delays })
    const { slow, latency, generator } = figuresOf(window, serviceLevel)
    const sorted = inOrder(truth)
    const own = {
      slow: truth.filter((ms) => ms >= serviceLevel.limitMs).length,
      p50: percentile(sorted, 0.5) ?? 0,
      p99: percentile(sorted, 0.99) ?? 0,
    }
    tell('truth', {
      seen: { slow, p50: latency.p50, p99: latency.p99 },
      server: own,
      generator,
      floorMs: window.floorMs,
    })
    expect(truth).toHaveLength(600)
    expect(slow).toBe(own.slow)
    expect(Math.abs((latency.p50 ?? 0) - own.p50)).toBeLessThanOrEqual(2)
    expect(Math.abs((latency.p99 ?? 0) - own.p99)).toBeLessThanOrEqual(2)
  })

  it('a stall of five seconds is seen by at least 45 of the 600 requests of a minute at a fixed cadence', async () => {
    // Who leaves on a tenth of a second then waits for so many and a half: nobody near the limit.
    const stall = { from: 20_050, to: 25_050 }
    const { window, truth } = await measure({ n: 600, ratePerSecond: 10, cadence: 'fixed', stall })
    const { slow, episodes, generator } = figuresOf(window, serviceLevel)
    tell('stall', { slow, server: truth.filter((ms) => ms >= serviceLevel.limitMs).length, episodes, generator })
    expect(slow).toBeGreaterThanOrEqual(45)
    expect(slow).toBe(truth.filter((ms) => ms >= serviceLevel.limitMs).length)
    expect(episodes).toBe(1)
  })
})

describe('the rate', () => {
  it.each([
    [10, 120],
    [500, 30],
  ])(
    '%i a second for %i s is kept within a thousandth, and 99 of 100 leave within 5 ms of their time',
    async (rate, seconds) => {
      const n = rate * seconds
      const { window, truth } = await measure({ n, ratePerSecond: rate })
      const { generator, failed } = figuresOf(window, serviceLevel)
      tell(`rate ${rate}/s`, { generator, failed, loop: window.generator })
      expect(truth).toHaveLength(n)
      expect(failed).toBe(0)
      expect(Math.abs(generator.achievedPerSecond / rate - 1)).toBeLessThanOrEqual(0.001)
      expect(generator.lagP99).toBeLessThanOrEqual(5)
    },
    200_000,
  )
})
