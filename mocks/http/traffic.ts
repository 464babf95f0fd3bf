import type { RequestHandler } from 'express'
import type { PartyName, SeenRequest } from '../../contracts/control/protocol.ts'

/** What reached the parties: method, path and status. Bodies and headers may hold tokens, and are never kept. */

export interface Traffic {
  /**
   * Requests after the cursor of an earlier answer (0 for everything that is kept), oldest first.
   * `lost` counts those after the cursor that were dropped because the log holds a bounded number.
   */
  seen(after: number): { readonly cursor: number; readonly seen: readonly SeenRequest[]; readonly lost: number }
  record(request: SeenRequest): void
}

/** Keeps the last `capacity` requests. Several parties may share one log, so that one cursor reads them all. */
export function createTraffic(capacity = 10_000): Traffic {
  const ring: SeenRequest[] = []
  let count = 0
  return {
    record(request) {
      ring[count % capacity] = request
      count += 1
    },
    seen(after) {
      const oldest = Math.max(0, count - ring.length)
      const from = Math.min(Math.max(after, oldest), count)
      const seen = Array.from({ length: count - from }, (_, index) => ring[(from + index) % capacity] ?? []).flat()
      return { cursor: count, seen, lost: Math.max(0, oldest - Math.max(after, 0)) }
    },
  }
}

/**
 * Records each request when its answer begins: before the first byte leaves, so whoever has an answer finds it in the log.
 * A caller that hangs up before that is recorded with status 0.
 */
export function recordTraffic(traffic: Traffic, party: PartyName, now: () => number = Date.now): RequestHandler {
  return (request, response, next) => {
    const at = new Date(now()).toISOString()
    const { method, originalUrl: path } = request
    let recorded = false
    const record = (status: number) => {
      if (!recorded) traffic.record({ party, at, method, path, status })
      recorded = true
    }
    const writeHead = response.writeHead
    response.writeHead = function writeHeadAndRecord(this: typeof response, ...given: unknown[]) {
      record(Number(given[0]))
      return Reflect.apply(writeHead, this, given)
    } as typeof writeHead
    response.once('close', () => record(0))
    next()
  }
}
