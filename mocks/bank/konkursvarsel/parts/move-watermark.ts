import type { Client, Item } from '../model.ts'

/**
 * To the latest notice before which nothing is left undone: never past one that failed, and not onto its millisecond,
 * since what is asked for lies after it (KV-012).
 */
export function moveWatermark(
  { memory, settings }: Client,
  { done, failed }: { readonly done: readonly Item[]; readonly failed: readonly Item[] },
): void {
  const limit = Math.min(...failed.map(({ instant }) => instant))
  const reached = done.filter(({ instant }) => instant < limit)
  for (const { uuid, instant } of done) memory.seen.set(uuid, new Date(instant).toISOString())
  if (reached.length === 0) return
  const latest = new Date(reached.reduce((most, { instant }) => Math.max(most, instant), 0)).toISOString()
  if (memory.last === null || latest > memory.last) memory.last = latest
  const oldest = new Date(Date.parse(memory.last) - settings.overlapMs).toISOString()
  for (const [uuid, registered] of memory.seen) if (registered < oldest) memory.seen.delete(uuid)
}
