import { describe, expect, it } from 'vitest'
import { serviceLevel } from '../../../../contracts/ytelse/service-level.ts'
import { answeredIn, times, windowOf } from '../../testing/window.ts'
import { scheduleOf } from '../schedule.ts'
import { figuresOf } from './figures.ts'
import { ownDoing } from './own-doing.ts'
import { refusable } from './refusable.ts'
import { notThrottled, quickEnough } from './verdicts.ts'

/** What the generator did itself, and what it cannot have done. */

const generator = { loopDelayP99: 1, loopDelayMax: 40, mostConcurrent: 3, connections: 3 }

describe('delays of the generator', () => {
  it('excuse those whom one long pause may have met, and not everybody who is slow by little', () => {
    expect(figuresOf(windowOf(times(1200, 520), { generator }), serviceLevel).decision).toBe('fail')
    expect(ownDoing([windowOf([...times(1170, 20), ...times(30, 520)], { generator })], serviceLevel)).toEqual([
      'its own delays, of up to 40 ms, may have made 30 requests slow',
    ])
  })

  it('are known for each request that left late, and excuse that one alone', () => {
    const late = (lag: number) =>
      Array.from({ length: 12 }, (_, n) => answeredIn(515, { sent: n * 10_000 + 9900 + lag }))
    const window = (lag: number) =>
      windowOf(
        late(lag).flatMap((one) => [...times(99, 20), one]),
        { generator: { ...generator, loopDelayMax: 1 } },
      )
    const more = windowOf([...times(1190, 20), ...times(10, 900)])
    expect(ownDoing([window(20), more], serviceLevel)).toEqual([])
    const many = windowOf([...times(1176, 20), ...times(24, 900)])
    expect(ownDoing([window(20), many], serviceLevel)).toEqual([
      expect.stringMatching(/may have made 12 requests slow/),
    ])
    expect(ownDoing([window(5), many], serviceLevel)).toEqual([])
  })

  it('that decide in no window by itself excuse what all show together', () => {
    const part = (number: number) =>
      windowOf([...times(11_869, 20), ...times(120, 700), ...times(11, 510)], {
        id: `w${number}`,
        profile: 'certify',
        part: { number, of: 3 },
        generator,
      })
    expect(quickEnough([part(1), part(2), part(3)], serviceLevel)).toMatchObject([
      { reason: 'generator-unhealthy', message: expect.stringMatching(/may have made 33 requests slow/) },
    ])
  })
})

describe('refusals of whoever serves ten in each second of his own clock', () => {
  const kinds = [{ name: 'accounts', weight: 1, isJob: false, questions: 1 }]
  const shots = scheduleOf({ n: 1200, ratePerSecond: 10, cadence: 'jittered', seed: 1, kinds })
  const limitedTo = (perSecond: number, begin: number) => {
    const counts = new Map<number, number>()
    return windowOf(
      shots.map(({ planned }) => {
        const second = Math.floor((planned - begin) / 1000)
        counts.set(second, (counts.get(second) ?? 0) + 1)
        const isRefused = (counts.get(second) ?? 0) > perSecond
        return answeredIn(0, { planned, sent: planned, done: planned + 5, status: isRefused ? 429 : 200 })
      }),
    )
  }

  it.each([37, 137, 550, 730])('are no breach, whenever his seconds begin (%i ms)', (begin) => {
    const window = limitedTo(10, begin)
    expect(window.samples.some(({ status }) => status === 429)).toBe(true)
    for (const verdict of [quickEnough, notThrottled])
      expect(verdict([window], serviceLevel)).toMatchObject([{ unjudged: 'inconclusive' }])
  })

  it.each([5, 9])('are a breach where he serves %i', (perSecond) => {
    const window = limitedTo(perSecond, 137)
    for (const verdict of [quickEnough, notThrottled])
      expect(verdict([window], serviceLevel)).toMatchObject([{ weight: 'breach' }])
  })

  it('are none at a bare cadence, and many where the generator let go of all together', () => {
    expect(refusable(windowOf(times(600, 20)), serviceLevel)).toBe(0)
    const held = Array.from({ length: 30 }, (_, n) => answeredIn(20, { sent: Math.max(n * 100, 2000) }))
    expect(refusable(windowOf(held), serviceLevel)).toBeGreaterThanOrEqual(10)
  })
})
