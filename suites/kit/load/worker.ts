import { parentPort, workerData } from 'node:worker_threads'
import { type Renewal, runWindow, type WindowOutcome, type WindowPlan } from './window.ts'

/** The thread of the generator: nothing else of the harness can delay what it sends. */

export type ToWorker = { readonly say: 'renew'; readonly renewal: Partial<Renewal> } | { readonly say: 'stop' }
export type FromWorker =
  | { readonly say: 'sent'; readonly count: number }
  | { readonly say: 'end'; readonly outcome: WindowOutcome }

if (parentPort !== null) {
  const port = parentPort
  const tell = (message: FromWorker) => port.postMessage(message)
  const running = runWindow(workerData as WindowPlan)
  port.on('message', (message: ToWorker) => {
    if (message.say === 'renew') running.renew(message.renewal)
    else running.stop()
  })
  const ticker = setInterval(() => tell({ say: 'sent', count: running.sent() }), 10_000)
  const outcome = await running.outcome
  clearInterval(ticker)
  tell({ say: 'end', outcome })
  port.close()
}
