import { Worker } from 'node:worker_threads'
import type { Cadence, LoadWindow } from '../../../contracts/report/load.ts'
import { createAuthority } from '../../../mocks/pki/authority.ts'
import { scheduleOf } from '../../kit/load/schedule.ts'
import { inThread } from '../../kit/load/thread.ts'
import { windowOf } from '../../kit/testing/window.ts'
import type { FromTruth, TruthPlan } from './truth-server.ts'

/** What the generator says of a server, beside what the server says of itself. */

interface Measuring extends Partial<Pick<TruthPlan, 'delays' | 'stall'>> {
  readonly n: number
  readonly ratePerSecond: number
  readonly cadence?: Cadence
}

interface Measured {
  readonly window: LoadWindow
  /** By the server's own clock, in milliseconds, in the order of its answers. */
  readonly truth: readonly number[]
}

export async function measure({
  n,
  ratePerSecond,
  cadence = 'jittered',
  delays = [],
  stall = null,
}: Measuring): Promise<Measured> {
  const authority = await createAuthority()
  const { certificatePem, keyPem } = await authority.server(['127.0.0.1'])
  const plan: TruthPlan = { identity: { certificatePem, keyPem }, delays, stall }
  const server = new Worker(new URL('./truth-server.ts', import.meta.url), { workerData: plan })
  const next = () => new Promise<FromTruth>((resolve) => server.once('message', resolve))
  try {
    const listening = await next()
    if (listening.say !== 'listening') throw new Error('the server of the truth did not listen')
    const kinds = [{ name: 'accounts', weight: 1, isJob: false, questions: 1 }]
    const shots = scheduleOf({ n, ratePerSecond, cadence, seed: 1, kinds })
    const deadlineMs = 10_000
    const outcome = await inThread(
      {
        shots: shots.map((shot) => ({ ...shot, headers: {}, isKept: false })),
        questions: [{ method: 'GET', path: '/v2/accounts', headers: {} }],
        authorization: {},
        cap: Math.max(400, ratePerSecond * 4),
        lanes: { origin: `https://127.0.0.1:${listening.port}`, trust: [authority.rootPem], deadlineMs },
      },
      {
        interrupt: new AbortController().signal,
        until: new Date(Date.now() + 30_000 + (1000 * n) / ratePerSecond),
        sent: () => undefined,
        renewals: [],
      },
    )
    server.postMessage('log')
    const log = await next()
    const { kept: _, ...seen } = outcome
    return {
      window: { ...windowOf([]), ...seen, n, ratePerSecond, cadence },
      truth: log.say === 'log' ? log.tookMs : [],
    }
  } finally {
    await server.terminate()
  }
}
