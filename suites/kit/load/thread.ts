import { Worker } from 'node:worker_threads'
import type { Renewal, WindowOutcome, WindowPlan } from './window.ts'
import type { FromWorker, ToWorker } from './worker.ts'

/** Runs a window in a thread of its own, and waits for it no longer than it can take. */

export interface ThreadOptions {
  readonly interrupt: AbortSignal
  /** When the window ends at the latest. */
  readonly until: Date
  /** Told now and then. */
  readonly sent: (count: number) => void
  /** What has to be made anew while it goes on. None waits for another, and none overtakes itself. */
  readonly renewals: readonly RenewedNowAndThen[]
}

interface RenewedNowAndThen {
  readonly everyMs: number
  /** Null: everything stays as it is. A rejection ends the window. */
  readonly renew: () => Promise<Partial<Renewal> | null>
}

/** After its last moment, or after it was told to stop, the thread has so long to say what it saw. */
const graceMs = 5000

/** @throws {Error} when the thread broke, or never came back */
export async function inThread(plan: WindowPlan, options: ThreadOptions): Promise<WindowOutcome> {
  const { interrupt, until, sent, renewals } = options
  const worker = new Worker(new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url), {
    workerData: plan,
  })
  const tell = (message: ToWorker) => worker.postMessage(message)
  const timers: NodeJS.Timeout[] = []
  const stop = () => {
    tell({ say: 'stop' })
    timers.push(setTimeout(() => worker.terminate(), graceMs))
  }
  let failed: Error | null = null
  timers.push(
    ...renewals.map(({ everyMs, renew }) => {
      let isUnderWay = false
      return setInterval(async () => {
        if (isUnderWay) return
        isUnderWay = true
        try {
          const renewal = await renew()
          if (renewal !== null) tell({ say: 'renew', renewal })
        } catch (error) {
          // Who was interrupted is asked for nothing any more, and what was measured by then is kept.
          if (interrupt.aborted) return
          failed ??= error as Error
          stop()
        }
        isUnderWay = false
      }, everyMs)
    }),
    setTimeout(stop, until.getTime() - Date.now() + graceMs),
  )
  interrupt.addEventListener('abort', stop, { once: true })
  if (interrupt.aborted) stop()
  try {
    const outcome = await new Promise<WindowOutcome>((resolve, reject) => {
      worker.on('message', (message: FromWorker) => {
        if (message.say === 'end') resolve(message.outcome)
        else sent(message.count)
      })
      worker.on('error', reject)
      worker.on('exit', () => reject(new Error(`the generator of load did not come back by ${until.toISOString()}`)))
    })
    if (failed !== null) throw failed
    return outcome
  } finally {
    interrupt.removeEventListener('abort', stop)
    for (const timer of timers) clearTimeout(timer)
    await worker.terminate()
  }
}
