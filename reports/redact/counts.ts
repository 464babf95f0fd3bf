/** How often something was replaced, by kind. */
export interface Counts {
  /** Counts one, and gives the text back. */
  add(name: string, text: string): string
  /**
   * The same work for the same key is done once and counted every time: a bank says the same in a hundred answers.
   * Only for what depends on nothing but its key until `forget` is called.
   */
  once<Told>(key: string, work: () => Told): Told
  forget(): void
  /** In alphabetical order. */
  all(): Readonly<Record<string, number>>
}

/** Longer texts are rarely said twice, and are not kept. */
const longestKey = 600
/** A bank chooses how many different texts it sends, and not how many of them are held. */
const mostKeys = 100_000

export function createCounts(): Counts {
  const counts = new Map<string, number>()
  const done = new Map<string, { readonly told: unknown; readonly counted: readonly string[] }>()
  /** What the work that is going on has counted; null when none is. */
  let open: string[] | null = null
  const increase = (name: string) => {
    counts.set(name, (counts.get(name) ?? 0) + 1)
    open?.push(name)
  }
  return {
    add: (name, text) => {
      increase(name)
      return text
    },
    once: (key, work) => {
      const before = done.get(key)
      if (before !== undefined) {
        for (const name of before.counted) increase(name)
        return before.told as ReturnType<typeof work>
      }
      const outer: string[] | null = open
      const counted: string[] = []
      open = counted
      const told = work()
      open = outer
      for (const name of counted) outer?.push(name)
      if (key.length <= longestKey && done.size < mostKeys) done.set(key, { told, counted })
      return told
    },
    forget: () => done.clear(),
    all: () => Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}
