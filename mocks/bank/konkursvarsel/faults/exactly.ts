import type { Client } from '../model.ts'

/** Asked with the time of the last notice read, and nothing earlier: what was read comes again only when Brreg says so. */
export function exactly({ memory }: Client, start: () => string): string {
  memory.start ??= start()
  return memory.last ?? memory.start
}

/** As if everything until now were read. */
export function jumpToNow({ memory, now, settings }: Client): void {
  memory.last = new Date(now() + settings.overlapMs).toISOString()
}
