import { describe, expect, it } from 'vitest'
import type { LoadWindow } from '../../../../contracts/report/load.ts'
import { loadNdjson, parseLoad } from '../../../../contracts/report/load-file.ts'
import { serviceLevel } from '../../../../contracts/ytelse/service-level.ts'
import { answeredIn, times, windowOf } from '../../testing/window.ts'
import { atMost, limitsOf } from './binomial.ts'
import { dispersionOf, episodesOf } from './clustering.ts'
import { decide, duration, settledBy } from './decide.ts'
import { figuresOf, reportOf } from './figures.ts'
import { percentile } from './latency.ts'
import { isDegrading, trendOf } from './trend.ts'
import {
  availableEnough,
  neverStill,
  noSlower,
  nothingWrong,
  notThrottled,
  quickEnough,
  servedEnough,
} from './verdicts.ts'

const calm = times(1200, 20)
const slowOf = (slow: number) => [...times(1200 - slow, 20), ...times(slow, 700)]
const figures = (...args: Parameters<typeof windowOf>) => figuresOf(windowOf(...args), serviceLevel)
const said = (verdict: typeof quickEnough, ...windows: readonly LoadWindow[]) => verdict(windows, serviceLevel)

describe('a decision', () => {
  it.each([
    [6, 'pass'],
    [7, 'inconclusive'],
    [18, 'inconclusive'],
    [19, 'fail'],
  ])('with %i slow of 1200 is %s', (slow, decision) => expect(figures(slowOf(slow)).decision).toBe(decision))

  const counted = { n: 1200, slow: 9, share: 0.01, risk: 0.05, ratePerSecond: 10 }

  it('that cannot be made says what would settle it', () => {
    const needed = settledBy(counted) ?? 0
    expect(needed).toBeGreaterThan(1200)
    expect(decide(counted).said).toMatch(
      /^9 of 1200 were slow or failed; a pass needs at most 6, a breach at least 19; about \d+ requests would settle it/,
    )
    const again = { ...counted, n: needed, slow: Math.round((needed * 9) / 1200) }
    expect(decide(again).decision).toBe('pass')
  })

  it('names the profile that makes so many, where there is one', () => {
    expect(decide(counted).said).toMatch(/at 10\/s\); the profile certify makes 36000$/)
    expect(decide({ ...counted, slow: 11 }).said).toMatch(
      /; no profile makes so many, so only a share further from the limit can be decided$/,
    )
  })

  it('counts the time for those that are judged: the other job goes on beside them', () => {
    const mix = [
      { name: 'accounts', count: 1200, isJob: false },
      { name: 'job', count: 600, isJob: true },
    ]
    const requests = [...slowOf(9), ...times(600, 20, { kind: 'job' })]
    expect(figures(slowOf(9)).said).toMatch(/\(\d+ min at 10\/s\)/)
    expect(figures(requests, { mix }).said).toMatch(/\(\d+ min at 6\.667\/s\)/)
  })

  it('says how far the true share may be from what was seen', () => {
    expect(decide({ ...counted, slow: 6 }).said).toMatch(
      /^6 of 1200 were slow or failed \(in truth at most 0\.985 %\);/,
    )
    expect(decide({ ...counted, slow: 24 }).said).toMatch(
      /^24 of 1200 were slow or failed \(in truth at least 1\.38 %\);/,
    )
  })

  it('on the limit itself is settled by nothing, and says so', () => {
    expect(settledBy({ ...counted, slow: 12 })).toBeNull()
    expect(decide({ ...counted, slow: 12 }).said).toMatch(/no reasonable number of requests would settle it$/)
  })

  it('names a number of requests at which four of five such runs are decided', () => {
    const needed = settledBy(counted) ?? 0
    const { passIfAtMost } = limitsOf(needed, 0.01, 0.05)
    expect(atMost(passIfAtMost ?? -1, needed, 9 / 1200)).toBeGreaterThanOrEqual(0.8)
  })

  it('says with what confidence', () => {
    expect(decide({ ...counted, slow: 6 }).said).toMatch(/up to 6 show a share below 1 % with 95 % confidence$/)
    expect(decide({ ...counted, slow: 19 }).said).toMatch(
      /19 or more show a share of 1 % or more with 95 % confidence$/,
    )
  })

  it('below 299 requests is never a pass', () => {
    expect(decide({ ...counted, n: 298, slow: 0 })).toMatchObject({ decision: 'inconclusive', passIfAtMost: null })
    expect(decide({ ...counted, n: 299, slow: 0 }).decision).toBe('pass')
    expect(decide({ ...counted, n: 0, slow: 0 })).toMatchObject({ decision: 'inconclusive', failIfAtLeast: null })
  })

  it.each([
    [30, '30 s'],
    [120, '2 min'],
    [7200, '2 h'],
  ])('%i seconds are told as %s', (seconds, told) => expect(duration(seconds)).toBe(told))
})

describe('several windows', () => {
  const part = (number: number, slow: number): LoadWindow => {
    const requests = [...times(12_000 - slow, 20), ...times(slow, 700)]
    return windowOf(requests, { id: `w${number}`, profile: 'certify', part: { number, of: 3 } })
  }
  const verdictOf = (...slow: readonly number[]) => said(quickEnough, ...slow.map((count, at) => part(at + 1, count)))

  it('decide together', () => {
    expect(verdictOf(100, 100, 100)).toMatchObject([{ weight: 'note', actual: 300, expected: 'at most 328 of 36000' }])
    expect(verdictOf(131, 131, 131)).toMatchObject([{ weight: 'breach', actual: 393 }])
  })

  it('do not pass where one of them alone shows a breach', () => {
    expect(verdictOf(10, 10, 180)).toMatchObject([
      { reason: 'too-few-samples', message: expect.stringMatching(/but in w3 alone/) },
    ])
  })

  it('are named where they decide, and a finding stands on the one that shows most', () => {
    const what = expect.stringContaining('in w1, w2 and w3 together 300 of 36000 were slow or failed')
    expect(verdictOf(100, 120, 80)).toMatchObject([{ what, exchange: 'w2' }])
    const still = times(12_000, 20).map((one, n) => (n >= 100 && n < 150 ? answeredIn((150 - n) * 100) : one))
    const windows = [part(1, 0), { ...windowOf(still), id: 'w2' }, part(3, 0)]
    expect(said(neverStill, ...windows)).toMatchObject([{ weight: 'breach', exchange: 'w2' }])
  })

  it('are not sent to be certified where they are', () => {
    const [one] = verdictOf(131, 131, 131)
    expect(one).toMatchObject({
      what: expect.stringMatching(/in bursts, .*; look at each window by itself\. They were/),
    })
  })

  it('are judged only when each of them was in order', () => {
    const broken = { ...part(2, 10), whole: false }
    expect(said(quickEnough, part(1, 10), broken, part(3, 10))).toMatchObject([{ reason: 'generator-unhealthy' }])
  })
})

describe('a generator that is itself to blame', () => {
  const late = (lag: number) => calm.map((_, n) => answeredIn(20, { sent: n * 100 + lag }))
  const health = { loopDelayP99: 1, loopDelayMax: 2, mostConcurrent: 3, connections: 3 }

  it.each([
    ['sent late', windowOf(late(26)), /99 % of its requests left up to 26 ms late/],
    ['was held up', windowOf(calm, { generator: { ...health, loopDelayP99: 26 } }), /its thread was held up/],
    ['was ended', windowOf(calm, { whole: false }), /ended before its last request/],
    ['slept', windowOf(calm, { generator: { ...health, leaptMs: 62_000 } }), /its machine slept, or .* by 62 s/],
    ['lost some', windowOf(calm, { n: 1201 }), /1200 of 1201 requests are on record/],
    [
      'slowed down',
      windowOf(calm.map((_, n) => answeredIn(20, { sent: n * 102 }))),
      /it sent 9\.80\d requests a second, and not 10/,
    ],
    [
      'may have made them slow itself',
      windowOf([...times(1170, 20), ...times(30, 560)], { generator: { ...health, loopDelayMax: 90 } }),
      /its own delays, of up to 90 ms, may have made 30 requests slow/,
    ],
  ])('because it %s is never the participant’s failure', (_what, window, problem) => {
    expect(figuresOf(window, serviceLevel)).toMatchObject({
      decision: 'inconclusive',
      said: expect.stringMatching(/nothing follows from that/),
    })
    for (const verdict of [quickEnough, notThrottled, availableEnough, neverStill, noSlower, nothingWrong])
      expect(said(verdict, window)).toMatchObject([
        { reason: 'generator-unhealthy', message: expect.stringMatching(problem) },
      ])
  })

  it('is not, where its delays decide nothing', () => {
    const window = windowOf([...times(1100, 20), ...times(100, 700)], { generator: { ...health, loopDelayMax: 90 } })
    expect(said(quickEnough, window)).toMatchObject([{ weight: 'breach' }])
  })

  it('that played nothing proves nothing', () => expect(said(quickEnough)).toMatchObject([{ reason: 'not-recorded' }]))
})

describe('requests of another job', () => {
  it('are on record, and judged by nobody', () => {
    const requests = Array.from({ length: 1800 }, (_, n) =>
      n % 3 === 0 ? answeredIn(3000, { kind: 'job' }) : answeredIn(20),
    )
    const mix = [
      { name: 'accounts', count: 1200, isJob: false },
      { name: 'job', count: 600, isJob: true },
    ]
    expect(figures(requests, { mix })).toMatchObject({ n: 1200, slow: 0, decision: 'pass', latency: { max: 20 } })
  })
})

describe('clustering', () => {
  const marks = (text: string) => [...text].map((mark) => mark === 'x')

  it.each([
    ['....', 0],
    ['x...x...x', 3],
    ['xxxxx....', 1],
    ['x.x.x....', 1],
    ['x..x', 2],
  ])('%s has %i episodes', (text, episodes) => expect(episodesOf(marks(text))).toBe(episodes))

  it('is about 1 when slow ones are spread, and more in bursts', () => {
    const spread = marks(`x${'.'.repeat(49)}`.repeat(40))
    const bursts = marks(`${'x'.repeat(10)}${'.'.repeat(490)}`.repeat(4))
    expect(dispersionOf(marks('.'.repeat(100)))).toBeNull()
    expect(dispersionOf(spread)).toBeLessThan(1.2)
    expect(dispersionOf(bursts)).toBeGreaterThan(5)
  })

  it('is told where the limits are wrong because of it', () => {
    expect(said(quickEnough, windowOf(slowOf(6)))).toMatchObject([{ what: expect.stringMatching(/in bursts/) }])
    const spread = Array.from({ length: 1200 }, (_, n) => answeredIn(n % 200 === 7 ? 700 : 20))
    expect(said(quickEnough, windowOf(spread))).toMatchObject([{ what: expect.not.stringMatching(/in bursts/) }])
    const all = windowOf(times(1200, 700))
    expect(said(quickEnough, all)).toMatchObject([{ weight: 'breach', what: expect.not.stringMatching(/in bursts/) }])
  })
})

describe('a trend', () => {
  it('is seen where answers grow slower', () => {
    const trend = trendOf(Array.from({ length: 1200 }, (_, n) => 20 + n / 4))
    expect(trend).toMatchObject({ p: expect.closeTo(1 / 3_628_800, 9) })
    expect(trend === null ? null : isDegrading(trend)).toBe(true)
  })

  it.each([
    ['answers grow quicker', (n: number) => 320 - n / 4],
    ['the rise matters to nobody', (n: number) => 20 + n / 100],
    ['a few are very slow at the end', (n: number) => (n > 1190 ? 9000 : 20)],
    ['it goes up and down', (n: number) => 100 + 90 * Math.sin(n / 60)],
    ['nothing changes', () => 20],
  ])('is none where %s', (_what, latencyAt) => {
    const trend = trendOf(Array.from({ length: 1200 }, (_, n) => latencyAt(n)))
    expect(trend === null ? null : isDegrading(trend)).toBe(false)
  })

  it('needs enough answers', () => {
    expect(trendOf(Array.from({ length: 49 }, () => 20))).toBeNull()
    expect(said(noSlower, windowOf(times(40, 20)))).toMatchObject([{ reason: 'too-few-samples' }])
  })
})

describe('availability', () => {
  it('is contradicted by failures, and never proved', () => {
    const failing = (count: number) => windowOf([...times(1200 - count, 20), ...times(count, 5, { status: 503 })])
    expect(said(availableEnough, failing(3))).toMatchObject([
      { weight: 'note', what: expect.stringMatching(/no run of this length could prove it/) },
    ])
    expect(said(availableEnough, failing(4))).toMatchObject([
      { weight: 'breach', actual: 4, expected: 'fewer than 4 of 1200' },
    ])
    expect(said(availableEnough, failing(60))).toMatchObject([
      { what: expect.stringMatching(/would show in less than 0\.001 % of such runs$/) },
    ])
  })

  it('is another matter than a limit on the rate', () => {
    const limited = windowOf([...times(600, 20), ...times(600, 5, { status: 429 })])
    expect(said(availableEnough, limited)).toMatchObject([{ weight: 'note', actual: 0 }])
    expect(said(notThrottled, limited)).toMatchObject([{ weight: 'breach', actual: 600 }])
    expect(said(servedEnough, limited)).toMatchObject([{ weight: 'breach', actual: 600 }])
  })
})

describe('a standstill', () => {
  it('is a time without any good answer, and not a time of slow ones', () => {
    const stalled = Array.from({ length: 600 }, (_, n) => answeredIn(n >= 100 && n < 150 ? (150 - n) * 100 : 10))
    expect(said(neverStill, windowOf(stalled))).toMatchObject([{ weight: 'breach', actual: 5000 }])
    expect(said(neverStill, windowOf(times(600, 3000)))).toMatchObject([{ weight: 'note' }])
    expect(said(neverStill, windowOf(times(600, 5, { status: 503 })))).toMatchObject([{ weight: 'breach' }])
  })
})

describe('what was answered', () => {
  it('is judged by what was compared', () => {
    const other = { wrong: '1 of 3 accounts missing' }
    expect(said(nothingWrong, windowOf([...calm, answeredIn(20, other)]))).toMatchObject([
      { weight: 'breach', actual: 1, what: expect.stringMatching(/the first that is not: 1 of 3 accounts missing/) },
    ])
    expect(said(nothingWrong, windowOf(calm, { compared: 0 }))).toMatchObject([{ reason: 'nothing-to-iterate' }])
  })
})

describe('an old record', () => {
  it('says today what it said then', () => {
    const window = windowOf([...times(1181, 20), ...times(19, 700)])
    const [again] = parseLoad(loadNdjson([window]))
    expect(again && reportOf(again, serviceLevel)).toEqual(reportOf(window, serviceLevel))
  })
})

describe('a percentile', () => {
  it.each([
    [[], 0.99, null],
    [[7], 0.5, 7],
    [[1, 2, 3, 4], 0.5, 2],
    [[1, 2, 3, 4], 0.75, 3],
    [Array.from({ length: 100 }, (_, n) => n + 1), 0.99, 99],
  ] as const)('of %j at %d is %s', (values, share, found) => expect(percentile(values, share)).toBe(found))
})
