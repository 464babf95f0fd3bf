import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { parentPort, workerData } from 'node:worker_threads'
import type { TlsIdentity } from '../../../mocks/pki/authority.ts'

/**
 * A server in a thread of its own that delays as it is told, and logs by its own clock how long each answer took. It never
 * sleeps: a log that begins when its thread has woken leaves out that waking, and on a virtual machine it takes
 * milliseconds.
 */

export interface TruthPlan {
  readonly identity: Pick<TlsIdentity, 'certificatePem' | 'keyPem'>
  /** Milliseconds, by the order of arrival; the rest are answered at once. */
  readonly delays: readonly number[]
  /** Milliseconds from the first request: who comes in between waits until its end. */
  readonly stall: { readonly from: number; readonly to: number } | null
}

export type FromTruth =
  | { readonly say: 'listening'; readonly port: number }
  | { readonly say: 'log'; readonly tookMs: readonly number[] }

if (parentPort !== null) {
  const port = parentPort
  const { identity, delays, stall } = workerData as TruthPlan
  const took: number[] = []
  let arrived = 0
  let first: number | null = null
  const tell = (message: FromTruth) => port.postMessage(message)
  const server = createServer({ cert: identity.certificatePem, key: identity.keyPem }, (_request, response) => {
    const begun = performance.now()
    first ??= begun
    const at = begun - first
    const held = stall !== null && at >= stall.from && at < stall.to ? stall.to - at : 0
    setTimeout(
      () => {
        response.setHeader('Content-Type', 'application/json').end('{}')
        took.push(performance.now() - begun)
      },
      held + (delays[arrived++] ?? 0),
    )
  })
  const stayAwake = () => setImmediate(stayAwake)
  stayAwake()
  server.listen(0, '127.0.0.1', () => tell({ say: 'listening', port: (server.address() as AddressInfo).port }))
  port.on('message', () => tell({ say: 'log', tookMs: took }))
}
