import { describe, expect, it, vi } from 'vitest'
import type { LoadWindow } from '../../../contracts/report/load.ts'
import { serviceLevel } from '../../../contracts/ytelse/service-level.ts'
import { windowOf } from '../testing/window.ts'
import { quickEnough } from './judge/verdicts.ts'
import type { Lanes, Put } from './lanes.ts'
import { runWindow, type WindowOutcome, type WindowPlan } from './window.ts'

/** The generator's own loop, with lanes of a few lines in place of sockets. */

type Putting = (n: number, request: Put) => { readonly status?: number; readonly body?: string }

const lanesThat = (putting: Putting) => (): Lanes => {
  let n = 0
  return {
    put: (request, sample, content, done) => {
      const { status = 200, body = '{}' } = putting(n++, request)
      sample.status = status
      content(Buffer.from(body))
      sample.done = (sample.sent ?? 0) + 1
      setImmediate(done)
    },
    floor: async () => 0.2,
    opened: () => 1,
    close: async () => undefined,
  }
}

const planOf = (count: number, everyMs: number): WindowPlan => ({
  shots: Array.from({ length: count }, (_, n) => ({
    kind: 'accounts',
    planned: n * everyMs,
    question: 0,
    headers: { CorrelationID: `c${n}` },
    isKept: n % 2 === 0,
  })),
  questions: [{ method: 'GET', path: '/v2/accounts', headers: { Accept: 'application/json' } }],
  authorization: { Authorization: 'Bearer first' },
  cap: 1000,
  lanes: { origin: 'https://127.0.0.1:1', trust: [], deadlineMs: 1000 },
})

const recorded = ({ kept: _, ...outcome }: WindowOutcome, ratePerSecond: number): LoadWindow => ({
  ...windowOf([]),
  ...outcome,
  n: outcome.samples.length,
  ratePerSecond,
})

/** Nothing else runs on this loop meanwhile. */
function block(ms: number): void {
  for (const until = performance.now() + ms; performance.now() < until; );
}

describe('a window', () => {
  it('sends every request with its own headers and the token of the moment', async () => {
    const seen: Put['headers'][] = []
    const plan = planOf(4, 2)
    const running = runWindow(
      plan,
      lanesThat((n, request) => {
        seen.push(request.headers)
        if (n === 1) running.renew({ authorization: { Authorization: 'Bearer second' } })
        return {}
      }),
    )
    const { samples, whole, floorMs } = await running.outcome
    expect({ whole, floorMs, sent: running.sent(), count: samples.length }).toEqual({
      whole: true,
      floorMs: 0.2,
      sent: 4,
      count: 4,
    })
    expect(seen.map(({ Authorization }) => Authorization)).toEqual([
      'Bearer first',
      'Bearer first',
      'Bearer second',
      'Bearer second',
    ])
    expect(seen.map(({ CorrelationID }) => CorrelationID)).toEqual(['c0', 'c1', 'c2', 'c3'])
  })

  it('hands back the answers that are to be read, in full', async () => {
    const { kept } = await runWindow(
      planOf(4, 1),
      lanesThat((n) => ({ body: `{"n":${n}}` })),
    ).outcome
    expect(kept.map(({ n, body }) => [n, Buffer.from(body).toString()])).toEqual([
      [0, '{"n":0}'],
      [2, '{"n":2}'],
    ])
  })

  it('that is stopped tells what was sent, and is not whole', async () => {
    const running = runWindow(
      planOf(1000, 1),
      lanesThat((n) => {
        if (n === 9) running.stop()
        return {}
      }),
    )
    const { samples, whole } = await running.outcome
    expect(whole).toBe(false)
    expect(samples.length).toBe(10)
  })

  it('tells by how much the wall clock leapt meanwhile, as it does where the machine slept', async () => {
    const clock = vi.spyOn(Date, 'now')
    const putting = () => {
      clock.mockImplementation(() => performance.timeOrigin + performance.now() + 3_600_000)
      return {}
    }
    clock.mockImplementation(() => performance.timeOrigin + performance.now())
    const { generator } = await runWindow(planOf(3, 1), lanesThat(putting)).outcome
    clock.mockRestore()
    expect(generator.leaptMs).toBeCloseTo(3_600_000, -2)
  })

  it('on a machine that is busy says nothing about the participant, however slow it seems', async () => {
    const busy = lanesThat((n) => {
      if (n % 5 === 0) block(60)
      return { status: 503 }
    })
    const window = recorded(await runWindow(planOf(100, 5), busy).outcome, 200)
    expect(quickEnough([window], serviceLevel)).toMatchObject([
      { unjudged: 'inconclusive', reason: 'generator-unhealthy', message: expect.stringMatching(/ms late/) },
    ])
  })
})
