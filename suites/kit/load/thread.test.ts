import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root, serve } from '../testing/servers.ts'
import { inThread, type ThreadOptions } from './thread.ts'
import type { WindowPlan } from './window.ts'

/** The generator's own thread, on a socket of a few lines. */

const seen: (string | undefined)[] = []
let plan: (n: number, everyMs: number) => WindowPlan
let close: () => Promise<void>

beforeAll(async () => {
  const { origin, close: end } = await serve((request, response) => {
    seen.push(request.headers.authorization)
    response.end('{}')
  })
  close = end
  plan = (n, everyMs) => ({
    shots: Array.from({ length: n }, (_, at) => ({
      kind: 'accounts',
      planned: at * everyMs,
      question: 0,
      headers: {},
      isKept: true,
    })),
    questions: [{ method: 'GET', path: '/v2/accounts', headers: {} }],
    authorization: { Authorization: 'Bearer first' },
    cap: 100,
    lanes: { origin, trust: [root], deadlineMs: 5000 },
  })
})
afterAll(() => close())

const options = (changes: Partial<ThreadOptions> = {}): ThreadOptions => ({
  interrupt: new AbortController().signal,
  until: new Date(Date.now() + 60_000),
  sent: () => undefined,
  renewals: [],
  ...changes,
})

describe('a window in a thread', () => {
  it('hands back everything, bodies included', async () => {
    const { samples, kept, whole, generator } = await inThread(plan(5, 5), options())
    expect({ whole, statuses: samples.map(({ status }) => status) }).toEqual({
      whole: true,
      statuses: [200, 200, 200, 200, 200],
    })
    // In the order in which they came.
    const inOrder = kept.toSorted((a, b) => a.n - b.n)
    expect(inOrder.map(({ n, body }) => [n, Buffer.from(body).toString()])).toEqual(
      [0, 1, 2, 3, 4].map((n) => [n, '{}']),
    )
    expect(generator.connections).toBeGreaterThan(0)
  })

  it('takes what is renewed meanwhile', async () => {
    seen.length = 0
    const renew = async () => ({ authorization: { Authorization: 'Bearer second' } })
    await inThread(plan(100, 10), options({ renewals: [{ everyMs: 20, renew }] }))
    expect(seen.at(-1)).toBe('Bearer second')
  })

  it('ends, and says why, when something cannot be renewed', async () => {
    const renew = () => Promise.reject(new Error('no token any more'))
    const endless = inThread(plan(10_000, 10), options({ renewals: [{ everyMs: 20, renew }] }))
    await expect(endless).rejects.toThrow('no token any more')
  })

  it('that was interrupted before it began sends next to nothing', async () => {
    const { whole, samples } = await inThread(plan(10_000, 10), options({ interrupt: AbortSignal.abort() }))
    expect(whole).toBe(false)
    expect(samples.length).toBeLessThan(10_000)
  })

  it('that is interrupted while something is renewed keeps what was measured', async () => {
    const controller = new AbortController()
    const renew = async () => {
      controller.abort()
      throw new Error('interrupted')
    }
    const { whole } = await inThread(
      plan(10_000, 10),
      options({ interrupt: controller.signal, renewals: [{ everyMs: 20, renew }] }),
    )
    expect(whole).toBe(false)
  })

  it('that breaks is an error, and nothing waits for it', async () => {
    const broken = { ...plan(1, 1), questions: [] }
    await expect(inThread(broken, options())).rejects.toThrow()
  })
})
