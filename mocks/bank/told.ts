/** One thing that whoever watches over the bank was told. */
export interface Told<What extends string> {
  /** ISO 8601, by the bank's clock. */
  readonly at: string
  readonly what: What
  /** Names no customer. */
  readonly detail: string
}

interface Watch<What extends string> {
  tell(what: What, detail: string): void
  /** The latest hundred. */
  told(): readonly Told<What>[]
}

const kept = 100

/** @param now milliseconds since 1970, by the bank's clock */
export function createWatch<What extends string>(now: () => number): Watch<What> {
  const told: Told<What>[] = []
  return {
    tell: (what, detail) => {
      told.push({ at: new Date(now()).toISOString(), what, detail })
      if (told.length > kept) told.shift()
    },
    told: () => [...told],
  }
}
