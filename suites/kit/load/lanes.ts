import { buildConnector, type Dispatcher } from 'undici'
import type { LoadError } from '../../../contracts/report/load.ts'
import { largestRead } from '../ask/limits.ts'
import { connecting } from '../ask/network.ts'
import { uncoded } from '../ask/transport.ts'
import { errorOf, isCrossing } from './breaks.ts'
import { floorOf } from './floor.ts'
import { type Lane, openLane } from './lane.ts'
import type { Measured } from './measured.ts'

/**
 * Connections that are kept and used one request at a time, the one that was used last first; as many as there are
 * requests on their way. Each tells when it stood, so that connecting, TLS, and waiting are kept apart.
 */

export interface Put {
  readonly method: string
  /** Path and query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

export interface LanesOptions {
  /** `https://host:port`. */
  readonly origin: string
  readonly trust: readonly string[]
  readonly clientCertificate?: { readonly certificate: string; readonly key: string } | null
  readonly deadlineMs: number
  /** Milliseconds from the start of the window. */
  readonly now: () => number
}

export interface Lanes {
  /** `content` is handed the pieces of the body as they come. */
  put(request: Put, sample: Measured, content: (piece: Buffer) => void, done: () => void): void
  /** The quickest of several connections, without TLS: about one round trip. Null when none stood. */
  floor(): Promise<number | null>
  opened(): number
  close(): Promise<void>
}

/** No server takes a connection for idle sooner: one that breaks off earlier drops what it was asked. */
const soonestIdleMs = 1000

export function openLanes(options: LanesOptions): Lanes {
  const { origin, deadlineMs, now } = options
  const connector = buildConnector({ ...connecting(options), allowH2: false, timeout: deadlineMs })
  const idle: Lane[] = []
  const all = new Set<Lane>()
  let opened = 0

  const open = (): Lane => {
    const lane = openLane(origin, connector, now, () => opened++)
    all.add(lane)
    return lane
  }
  const drop = (lane: Lane) => {
    all.delete(lane)
    lane.client.destroy().catch(() => undefined)
  }

  const put: Lanes['put'] = (request, sample, content, done) => {
    let isOver = false
    const timer = setTimeout(() => over('timeout'), deadlineMs)
    let lane: Lane | null = null
    const over = (error: LoadError | null) => {
      if (isOver) return
      isOver = true
      clearTimeout(timer)
      sample.done = now()
      sample.error = error
      if (lane !== null) {
        lane.sample = null
        lane.idleSince = sample.done
        if (error === null) idle.push(lane)
        else drop(lane)
      }
      done()
    }
    const attempt = (isSecond: boolean) => {
      const used = (isSecond ? undefined : idle.pop()) ?? open()
      lane = used
      const wasIdle = now() - used.idleSince >= soonestIdleMs
      used.sample = sample
      used.client.dispatch(
        {
          ...request,
          method: request.method as Dispatcher.HttpMethod,
          headers: { ...uncoded, ...request.headers },
          body: request.body ?? null,
        },
        {
          onRequestStart: () => {
            sample.written = now()
          },
          onResponseStart: (_controller, status) => {
            if (isOver || status < 200) return
            sample.firstByte = now()
            sample.status = status
          },
          onResponseData: (_controller, piece) => {
            if (isOver) return
            sample.bytes += piece.length
            if (sample.bytes > largestRead) over('too-large')
            else content(piece)
          },
          onResponseEnd: () => over(null),
          onResponseError: (_controller, error) => {
            const wasKept = wasIdle && sample.connected === null && sample.written !== null
            if (isOver || isSecond || !isCrossing(error) || !wasKept || sample.status !== null)
              return over(errorOf(error))
            drop(used)
            sample.again = true
            attempt(true)
          },
        },
      )
    }
    attempt(false)
  }

  return {
    put,
    floor: () => floorOf(new URL(origin), deadlineMs),
    opened: () => opened,
    close: async () => {
      await Promise.all([...all].map(({ client }) => client.destroy().catch(() => undefined)))
    },
  }
}
