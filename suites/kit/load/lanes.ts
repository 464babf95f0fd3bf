import { buildConnector, Client, type Dispatcher } from 'undici'
import type { LoadError } from '../../../contracts/report/load.ts'
import { largestHead, largestRead } from '../ask/limits.ts'
import { causeOf, connecting } from '../ask/network.ts'
import { floorOf } from './floor.ts'
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

interface Lane {
  readonly client: Client
  sample: Measured | null
}

/** What a kept connection dies of when its server had closed it while the request was on its way. */
const crossing = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'])

export function openLanes(options: LanesOptions): Lanes {
  const { origin, deadlineMs, now } = options
  const connector = buildConnector({ ...connecting(options), allowH2: false, timeout: deadlineMs })
  const idle: Lane[] = []
  const all = new Set<Lane>()
  let opened = 0

  const open = (): Lane => {
    const client = new Client(origin, {
      connect: (to, callback) => {
        opened++
        const socket = connector(to, callback) as unknown as NodeJS.EventEmitter | undefined
        const { sample } = lane
        // Before the client's own listener, which writes the request at once.
        socket?.prependOnceListener('connect', () => {
          if (sample !== null) sample.connected = now()
        })
        socket?.prependOnceListener('secureConnect', () => {
          if (sample !== null) sample.secured = now()
        })
      },
      headersTimeout: 0,
      bodyTimeout: 0,
      keepAliveTimeout: 4000,
      maxHeaderSize: largestHead,
    })
    const lane: Lane = { client, sample: null }
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
        if (error === null) idle.push(lane)
        else drop(lane)
      }
      done()
    }
    const attempt = (isSecond: boolean) => {
      const used = (isSecond ? undefined : idle.pop()) ?? open()
      lane = used
      used.sample = sample
      used.client.dispatch(
        { ...request, method: request.method as Dispatcher.HttpMethod, body: request.body ?? null },
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
            const isCrossed = crossing.has(String((error as NodeJS.ErrnoException).code))
            const wasKept = sample.connected === null && sample.written !== null
            if (isOver || isSecond || !isCrossed || !wasKept || sample.status !== null) return over(causeOf(error).why)
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
