import { describe, expect, it } from 'vitest'
import type { LoadSample, LoadWindow } from '../../../contracts/report/load.ts'
import { decide } from '../../../suites/kit/load/judge/decide.ts'
import { golden } from '../../golden/record.ts'
import { createGate } from '../../redact/gate.ts'
import { columnsOf } from './columns.ts'
import { histogramOf } from './histogram.ts'
import { count, duration, share } from './numbers.ts'
import { phasesOf } from './phases.ts'
import { linear, logarithmic } from './scale.ts'
import { loads } from './section.ts'
import { failedCrosses, slowDots } from './single-marks.ts'

const [report] = golden.report.loads ?? []
const [window] = golden.loads ?? []
if (report === undefined || window === undefined) throw new Error('the golden record has no load')

/** A window of `n` requests, ten a second, of which each takes `latency` milliseconds. */
function windowOf(n: number, latency: (at: number) => number, changes: Partial<LoadSample> = {}): LoadWindow {
  const [first] = window?.samples ?? []
  const samples = Array.from({ length: n }, (_, at) => {
    const planned = at * 100
    return { ...first, n: at, kind: 'accounts', planned, sent: planned, done: planned + latency(at), ...changes }
  })
  return { ...window, id: 'w9', n, samples: samples as LoadSample[] } as LoadWindow
}

describe('columns', () => {
  it('hold every request once, of the job as it was sent and without its latency', () => {
    const { all, widthMs } = columnsOf(window, 500, 100)
    const sum = (what: 'planned' | 'sent' | 'slow' | 'failed') => all.reduce((count, column) => count + column[what], 0)
    expect([widthMs, all.length]).toEqual([1000, 4])
    expect([sum('planned'), sum('sent')]).toEqual([40, 40])
    expect(sum('slow') + sum('failed')).toBe(report.figures.slow)
    expect(sum('failed')).toBe(report.figures.failed)
  })

  it('are as few for an hour as for a minute', () => {
    expect(
      columnsOf(
        windowOf(36_000, () => 20),
        500,
        208,
      ).all.length,
    ).toBeLessThanOrEqual(208)
    expect(
      columnsOf(
        windowOf(600, () => 20),
        500,
        208,
      ).all,
    ).toHaveLength(60)
  })

  const whole = { from: 0, planned: 0, sent: 0, late: 0, good: null, mostInTime: null, slow: 0, failed: 0 }

  it('tell quickest, middle and slowest, and which never left', () => {
    const { all } = columnsOf(
      windowOf(3, (at) => [30, 700, 20][at] ?? 0),
      500,
      9,
    )
    expect(all).toEqual([
      { ...whole, planned: 3, sent: 3, good: { least: 20, middle: 30, most: 700 }, mostInTime: 30, slow: 1 },
    ])
    const unsent = columnsOf(
      windowOf(2, () => 0, { sent: null, done: null, status: null, error: 'unsent' }),
      500,
      9,
    )
    expect(unsent.all).toEqual([{ ...whole, planned: 2, late: null, failed: 2 }])
  })
})

describe('what is drawn one by one', () => {
  const time = linear(10_000, { start: 0, length: 100 })
  const latency = logarithmic(10, 10_000, { start: 300, length: -300 })
  const dots = (...took: readonly number[]) =>
    slowDots(
      windowOf(took.length, (at) => took[at] ?? 0),
      500,
      time,
      latency,
    )

  it('is every request that was slow, where it was planned, and no other', () => {
    expect(dots(20, 499.99, 500, 20)).toBe('M2 130V130')
    expect(dots(1000, 20, 20, 20, 20, 10_000)).toBe('M0 100V100M5 0V0')
  })

  it('is one line where dots touch, and no more of them than there is room for', () => {
    const close = windowOf(5, (at) => 1000 + at)
    const squeezed = linear(1e9, { start: 7, length: 100 })
    expect(slowDots(close, 500, squeezed, latency)).toBe('M7 100V100')
    const rising = windowOf(40, (at) => 1000 * 1.008 ** at)
    expect(slowDots(rising, 500, squeezed, latency)).toMatch(/^M7 \d+V100$/)
  })

  it('is every request without a good answer, of the job none', () => {
    const lost = windowOf(3, () => 5, { status: 503 })
    expect(failedCrosses(lost, time, 12)).toBe('M-4 8l8 8m-8 0l8-8M-3 8l8 8m-8 0l8-8M-2 8l8 8m-8 0l8-8')
    const mix = [{ name: 'accounts', count: 3, isJob: true }]
    expect([failedCrosses({ ...lost, mix }, time, 12), slowDots({ ...lost, mix }, 1, time, latency)]).toEqual(['', ''])
  })
})

describe('a histogram', () => {
  it('has the limit as an edge: what takes exactly so long is slow', () => {
    const { bins } = histogramOf(
      windowOf(3, (at) => [499.99, 500, 500.01][at] ?? 0),
      500,
    )
    expect(bins.map(({ count, isSlow }) => [count, isSlow])).toEqual([
      [1, false],
      [2, true],
    ])
  })

  it('counts what the figures count', () => {
    const { bins, failed } = histogramOf(window, 500)
    const slow = bins.filter(({ isSlow }) => isSlow).reduce((sum, { count }) => sum + count, 0)
    expect([slow + failed, failed]).toEqual([report.figures.slow, report.figures.failed])
  })

  it('of nothing is empty', () =>
    expect(
      histogramOf(
        windowOf(0, () => 0),
        500,
      ),
    ).toEqual({ bins: [], failed: 0 }))
})

describe('phases', () => {
  it('follow one another, and only new connections connect', () => {
    const phases = phasesOf(window)
    const of = (name: string) => phases.find((phase) => phase.name === name)
    expect(of('connect')).toMatchObject({ count: 1, p50: 1 })
    expect(of('tls')).toMatchObject({ count: 1, p50: 2.75 })
    expect(of('firstByte')).toMatchObject({ count: 29 })
    expect(of('total')?.max).toBe(2714 - 1200.25)
  })
})

describe('scales', () => {
  it('put every tenfold as far as the next, and keep all inside', () => {
    const { at, ticks } = logarithmic(3, 4000, { start: 100, length: -100 })
    expect(ticks).toEqual([1, 10, 100, 1000, 10_000])
    expect([0.01, 1, 100, 10_000, 1e9].map(at)).toEqual([100, 100, 50, 0, 0])
  })

  it.each([
    [1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [0, [0]],
    [37, [0, 10, 20, 30]],
  ])('to %d name round values', (most, ticks) => {
    const named = linear(most, { start: 0, length: 10 }).ticks.map((tick) => Number(tick.toPrecision(3)))
    if (most === 0) expect(named[0]).toBe(0)
    else expect(named).toEqual(ticks)
  })
})

describe('numbers', () => {
  it.each([
    [0.25, '0,25 ms', '0.25 ms'],
    [1502, '1,5 s', '1.5 s'],
    [30_000, '30 s', '30 s'],
    [null, '–', '–'],
  ])('%s ms is %s', (ms, nb, en) => expect(duration(ms)).toEqual({ nb, en }))

  it.each([
    [0, '0', '0'],
    [9999, '9999', '9999'],
    [12_000, '12\u00a0000', '12,000'],
    [1_234_567, '1\u00a0234\u00a0567', '1,234,567'],
  ])('counted: %i is %s', (value, nb, en) => expect(count(value)).toEqual({ nb, en }))

  it('of a share show on which side of the limit it lies', () => {
    expect(share(0.00523)).toEqual({ nb: '0,523 %', en: '0.523%' })
    // The upper bound after 328 of 36,000, a pass.
    expect(share(0.009978765)).toEqual({ nb: '0,998 %', en: '0.998%' })
    expect(share(0.01)).toEqual({ nb: '1 %', en: '1%' })
    expect(share(0.005234, 'up')).toEqual({ nb: '0,524 %', en: '0.524%' })
  })
})

describe('what a decision says', () => {
  it.each([
    [12_000, 110],
    [36_000, 343],
    [36_000, 20],
    [36_000, 36_000],
  ])('of %i with %i slow is told whole: no number in it is taken for somebody’s', (n, slow) => {
    const { said } = decide({ n, slow, share: 0.01, risk: 0.05, ratePerSecond: 10 })
    const gate = createGate({ known: { identifiers: [], secrets: [] }, harmless: [] })
    expect(gate.prose(said)).toBe(said)
  })
})

describe('the section of load', () => {
  it('is not there without load', () => expect(loads([], []).text).toBe(''))

  it('is small for an hour of requests, and no number in it can be somebody’s', () => {
    const hour = windowOf(36_000, (at) => 20 + (at % 900))
    const { text } = loads([{ ...report, id: 'w9', n: 36_000 }], [hour])
    expect(text.length).toBeLessThan(60_000)
    for (const [path] of text.matchAll(/ d="[^"]*"/g)) expect(path).not.toMatch(/\d[\d .,-]{8,}\d/)
  })

  it('says of a generator that was late how late, and only then', () => {
    const drawn = (lag: number) =>
      loads([{ ...report, id: 'w9' }], [{ ...windowOf(10, () => 20), ...punctual(lag) }]).text
    const punctual = (lag: number) => ({
      samples: windowOf(10, () => 20 + lag).samples.map((one) => ({ ...one, sent: one.planned + lag })),
    })
    expect(drawn(9.99)).not.toMatch(/class="late"|purple/)
    expect(drawn(10)).toMatch(/A purple line: how late.*class="late"/s)
  })

  it('stands without drawings where the requests are gone', () => {
    const { text } = loads([report], [])
    expect(text).toContain('load.ndjson')
    expect(text).not.toContain('<svg')
  })
})
