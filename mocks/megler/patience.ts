import { type Clock, pause } from '../clock.ts'
import type { Received } from '../http/outgoing.ts'

/** How often the megler asks again when the broker is not well, and how long it waits between. */

const most = 5
const usualWaitMs = 1000

/** Statuses that may be others in a while. */
const passing = new Set([429, 500, 502, 503, 504])

/**
 * The first answer that does not ask for patience, or the last one. A caller that hears nothing at all tries as often,
 * and then rejects.
 */
export async function patiently(clock: Clock, ask: () => Promise<Received>): Promise<Received> {
  for (let turn = 1; ; turn += 1) {
    const outcome = await ask().catch((error: Error) => error)
    const isLast = turn === most
    if (outcome instanceof Error) {
      if (isLast) throw outcome
      await pause(clock, usualWaitMs)
    } else {
      if (isLast || !passing.has(outcome.status)) return outcome
      await pause(clock, waitOf(outcome))
    }
  }
}

const waitOf = ({ headers }: Received) => Number(headers['retry-after'] ?? Number.NaN) * 1000 || usualWaitMs
