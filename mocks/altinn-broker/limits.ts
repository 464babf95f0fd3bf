/** How many calls one integration has made in the window that runs (dsve.md 1.8). */
export interface Limits {
  /** Milliseconds until it may call again; 0 when it may now. */
  wait(client: string, kind: string, most: number): number
}

export function createLimits({ windowMs, now }: { readonly windowMs: number; readonly now: () => number }): Limits {
  let begun = Number.NEGATIVE_INFINITY
  const counts = new Map<string, number>()
  return {
    wait(client, kind, most) {
      if (now() >= begun + windowMs) {
        counts.clear()
        begun = now()
      }
      const key = `${kind} ${client}`
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      return count > most ? begun + windowMs - now() : 0
    },
  }
}
