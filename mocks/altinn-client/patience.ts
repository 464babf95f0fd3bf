import { type Clock, pause } from '../clock.ts'
import type { Received } from '../http/outgoing.ts'

/** How often somebody asks again when the broker is not well, and how long is waited between. */
export interface Patience {
  readonly times: number
  /** Where the broker does not say. Milliseconds. */
  readonly waitMs: number
  /** What the broker says of waiting is not heeded. */
  readonly isDeaf?: true
}

export const usualPatience: Patience = { times: 5, waitMs: 1000 }

/** Statuses that may be others in a while. */
const passing = new Set([429, 500, 502, 503, 504])

/**
 * The first answer that does not ask for patience, or the last one. A caller that hears nothing at all tries as often,
 * and then rejects.
 */
export async function patiently(
  clock: Clock,
  ask: () => Promise<Received>,
  { times, waitMs, isDeaf }: Patience = usualPatience,
): Promise<Received> {
  for (let turn = 1; ; turn += 1) {
    const outcome = await ask().catch((error: Error) => error)
    const isLast = turn >= times
    if (outcome instanceof Error) {
      if (isLast) throw outcome
      await pause(clock, waitMs)
    } else {
      if (isLast || !passing.has(outcome.status)) return outcome
      const told = isDeaf ? Number.NaN : Number(outcome.headers['retry-after'] ?? Number.NaN)
      await pause(clock, told * 1000 || waitMs)
    }
  }
}
