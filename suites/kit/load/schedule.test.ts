import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cadences } from '../../../contracts/report/load.ts'
import { mixOf, type ScheduleOptions, scheduleOf } from './schedule.ts'

const kinds = [
  { name: 'accounts', weight: 3, isJob: false, questions: 1 },
  { name: 'details', weight: 2, isJob: false, questions: 4 },
  { name: 'job', weight: 1, isJob: true, questions: 1 },
]
const schedule = (changes: Partial<ScheduleOptions> = {}) =>
  scheduleOf({ n: 1200, ratePerSecond: 10, cadence: 'jittered', seed: 1, kinds, ...changes })

describe('a schedule', () => {
  it('has so many judged requests, and those of the job on top', () => {
    const shots = schedule()
    expect(mixOf(shots, kinds)).toEqual([
      { name: 'accounts', isJob: false, count: 720 },
      { name: 'details', isJob: false, count: 480 },
      { name: 'job', isJob: true, count: expect.toSatisfy((count: number) => count >= 239 && count <= 240) },
    ])
  })

  it('follows from its seed', () => {
    expect(schedule()).toEqual(schedule())
    expect(schedule({ seed: 2 })).not.toEqual(schedule())
  })

  it('asks the questions of a kind in turn', () => {
    const asked = schedule({ n: 20 }).filter(({ kind }) => kind === 'details')
    expect(asked.map(({ question }) => question)).toEqual(asked.map((_, at) => at % 4))
  })

  it.each(cadences)('goes forward, at the rate that was asked for (%s)', (cadence) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.constantFrom(1, 10, 500), (seed, ratePerSecond) => {
        const shots = schedule({ cadence, seed, ratePerSecond, n: 3000 })
        const moments = shots.map(({ planned }) => planned)
        const rate = (1000 * moments.length) / (moments.at(-1) ?? 1)
        expect(moments).toEqual(moments.toSorted((a, b) => a - b))
        expect(Math.abs(rate / ratePerSecond - 1)).toBeLessThan(cadence === 'poisson' ? 0.1 : 0.01)
      }),
      { numRuns: 20 },
    )
  })

  it('keeps each request inside its own interval, and does not beat in time with anybody', () => {
    const moments = schedule().map(({ planned }) => planned)
    expect(moments.every((planned, n) => planned >= n * 100 && planned < (n + 1) * 100)).toBe(true)
    expect(new Set(moments.map((planned) => Math.floor(planned % 100))).size).toBe(100)
  })

  it('is bare where that is asked for', () => {
    const shots = schedule({ cadence: 'fixed', n: 500 })
    expect(shots.map(({ planned }) => planned)).toEqual(shots.map((_, n) => n * 100))
  })

  it('of nothing but a job is none', () => {
    const job = kinds.filter(({ isJob }) => isJob)
    expect(() => schedule({ kinds: job })).toThrow('a schedule needs requests that are judged')
  })
})
