/** The parties' clock: the real one, or one that was set and goes on from there. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Whether it was set. */
  isSet(): boolean
  /** ISO 8601; null is the real time again. Throws when it is no time. */
  set(to: string | null): void
}

export function createClock(): Clock {
  let ahead: number | null = null
  return {
    now: () => Date.now() + (ahead ?? 0),
    isSet: () => ahead !== null,
    set(to) {
      const at = to === null ? null : Date.parse(to)
      if (Number.isNaN(at)) throw new Error(`"${to}" is no time; write 2026-01-31T09:00:00.000Z, or null`)
      ahead = at === null ? null : at - Date.now()
    },
  }
}
