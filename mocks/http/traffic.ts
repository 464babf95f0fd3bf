import type { RequestHandler, Response } from 'express'
import type { PartyName, SeenRequest } from '../../contracts/control/protocol.ts'
import { type BoundedLog, createBoundedLog } from '../bounded-log.ts'

/** What reached the parties: method, path and status. Bodies and headers may hold tokens, and are never kept. */

/** What a follower is told of a request; the log itself keeps less. */
export interface SeenExchange extends SeenRequest {
  /** From the request to the first byte of its answer; milliseconds. */
  readonly ms: number
  /** What the party thinks of the request, in a few words. Holds no token and no personal number. */
  readonly said?: string
}

export type Follower = (exchange: SeenExchange) => void

export interface Traffic {
  readonly seen: BoundedLog<'seen', SeenRequest>['after']
  record(request: SeenRequest & Partial<SeenExchange>): void
  /** Tells the follower of what was no request, and keeps nothing of it. */
  tell(exchange: SeenExchange): void
}

/** Characters of a path that are kept: a log of many long ones would be large, although it is bounded. */
const longestPath = 500

/**
 * Keeps the last `capacity` requests. Several parties may share one log, so that one cursor reads them all.
 * `follow` is told of each request as it is recorded.
 */
export function createTraffic(capacity = 10_000, follow?: Follower): Traffic {
  const log = createBoundedLog<'seen', SeenRequest>('seen', capacity)
  return {
    record({ ms = 0, said, ...request }) {
      const path = shortened(request.path)
      log.add({ ...request, path })
      follow?.({ ...request, path, ms, ...(said === undefined ? {} : { said }) })
    },
    tell: (exchange) => follow?.(exchange),
    seen: log.after,
  }
}

/** A copy: a slice would keep the whole text alive. */
const shortened = (path: string) =>
  path.length <= longestPath ? path : Buffer.from(path.slice(0, longestPath)).toString()

/** Whoever answers says what it thinks of the request, before the answer begins. */
export function say(response: Response, text: string): void {
  response.locals.said = text
}

/** On the answer itself, as contexts are. */
const recorder: unique symbol = Symbol('recorder')
type Recorded = Response & { [recorder]?: (status: number) => void }

/** Records a request although nothing will ever be answered, so that nobody has to wait for it to be seen. */
export function recordNow(response: Recorded, status: number): void {
  response[recorder]?.(status)
}

/**
 * Records each request when its answer begins: before the first byte leaves, so whoever has an answer finds it in the log.
 * A caller that hangs up before that is recorded with status 0. `notes`: what the party has found out besides.
 */
export function recordTraffic(
  traffic: Traffic,
  party: PartyName,
  now: () => number = Date.now,
  notes: (response: Response) => Partial<SeenRequest> = () => ({}),
): RequestHandler {
  return (request, response: Recorded, next) => {
    const at = new Date(now()).toISOString()
    const begun = performance.now()
    const { method, originalUrl: path } = request
    let recorded = false
    const record = (status: number) => {
      if (recorded) return
      recorded = true
      const ms = Math.round(performance.now() - begun)
      const said = response.locals.said ?? (status === 0 ? 'the caller hung up before there was an answer' : undefined)
      traffic.record({ party, at, method, path, status, ms, said, ...notes(response) })
    }
    response[recorder] = record
    const writeHead = response.writeHead
    response.writeHead = function writeHeadAndRecord(this: typeof response, ...given: unknown[]) {
      record(Number(given[0]))
      return Reflect.apply(writeHead, this, given)
    } as typeof writeHead
    response.once('close', () => record(0))
    next()
  }
}
