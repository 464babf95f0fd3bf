/** What a party remembers for those who ask again and again: the last entries, a bounded number of them. */
export interface BoundedLog<Name extends string, Entry> {
  add(entry: Entry): void
  /** Entries after the cursor of an earlier answer (0 for everything that is kept), oldest first. */
  after(cursor: number): Answer<Name, Entry>
}

type Answer<Name extends string, Entry> = Readonly<Record<Name, readonly Entry[]>> & {
  readonly cursor: number
  /** How many after the cursor were dropped because the number is bounded. */
  readonly lost: number
}

/** @param name what its entries are called in an answer */
export function createBoundedLog<Name extends string, Entry>(name: Name, capacity: number): BoundedLog<Name, Entry> {
  const ring: Entry[] = []
  let count = 0
  return {
    add(entry) {
      ring[count % capacity] = entry
      count += 1
    },
    after(cursor) {
      const oldest = count - ring.length
      const from = Math.min(Math.max(cursor, oldest), count)
      const entries = Array.from({ length: count - from }, (_, at) => ring[(from + at) % capacity])
      const lost = Math.max(0, oldest - Math.max(cursor, 0))
      return { cursor: count, [name]: entries, lost } as unknown as Answer<Name, Entry>
    },
  }
}

/** As the control protocol tells it: what is lost only where something is. */
export const withoutZero = <Told extends { readonly lost: number }>({ lost, ...told }: Told) => ({
  ...told,
  ...(lost === 0 ? {} : { lost }),
})
