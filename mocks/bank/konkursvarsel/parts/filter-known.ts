import type { Client, Item } from '../model.ts'

/** What was met before has no further effect (KV-026, KV-055). */
export function filterKnown({ memory, world }: Client, items: readonly Item[]): readonly Item[] {
  const met = new Set<string>()
  return items.filter(({ uuid, debtor }) => {
    const isKnown =
      met.has(uuid) ||
      memory.seen.has(uuid) ||
      world.books.received.get(debtor)?.some((notice) => notice.uuid === uuid) === true
    met.add(uuid)
    return !isKnown
  })
}
