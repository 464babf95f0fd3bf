import { setTimeout as sleep } from 'node:timers/promises'
import type { Waited } from '../../../contracts/report/evidence.ts'

/** How often somebody looks; milliseconds. */
interface Glances {
  /** Before the second look; twice as long before each one after it. */
  readonly first: number
  readonly most: number
}

interface Wait<Seen> {
  readonly look: () => Promise<Seen>
  readonly enough: (seen: Seen) => boolean
  readonly withinMs: number
  readonly glances: Glances
  /** Told once, before it is waited, when the patience ends. */
  readonly waiting: (until: Date) => void
  readonly interrupt: AbortSignal
}

/** Looks until it is enough, and no longer than was said. Rejects with the reason of an interrupt. */
export async function waitFor<Seen>(wait: Wait<Seen>): Promise<{ readonly seen: Seen; readonly outcome: Waited }> {
  const { look, enough, withinMs, glances, waiting, interrupt: signal } = wait
  const begun = Date.now()
  const until = begun + withinMs
  let seen = await look()
  let met = enough(seen)
  let glance = glances.first
  if (!met) waiting(new Date(until))
  while (!met && Date.now() < until) {
    await sleep(Math.min(glance, until - Date.now()), undefined, { signal })
    glance = Math.min(2 * glance, glances.most)
    seen = await look()
    met = enough(seen)
  }
  const seconds = Math.round((Date.now() - begun) / 1000)
  return { seen, outcome: { met, until: new Date(until).toISOString(), seconds } }
}
