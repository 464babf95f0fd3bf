import type { Client } from '../model.ts'

const dayMs = 86_400_000

/** A few days back (catalogue, section 1: the first call). */
export const startAt = ({ now, settings }: Client): string => new Date(now() - settings.daysBack * dayMs).toISOString()

/**
 * What is asked with: somewhat earlier than the last notice that was read, since one that is published late bears an
 * earlier time, and a twin the same. Never later than it (KV-010), and what comes again is known by its uuid.
 */
export function chooseWatermark({ memory, settings, now }: Client, start: () => string): string {
  memory.start ??= start()
  if (memory.last === null) return memory.start
  const overlapped = Date.parse(memory.last) - settings.overlapMs
  if (overlapped > now()) {
    // Read in a time that has not come: the clock was set back, and all that is registered now would be missed.
    memory.start = start()
    memory.last = null
    return memory.start
  }
  const since = new Date(overlapped).toISOString()
  return since < memory.start ? memory.start : since
}
