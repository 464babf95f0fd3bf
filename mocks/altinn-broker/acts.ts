import type { Act } from '../../contracts/altinn-broker/acts.ts'

/** Remembers what callers did, a bounded number of times. */
export interface Acts {
  add(act: Act): void
  /** Those after the cursor of an earlier answer, oldest first; `lost` were dropped because the number is bounded. */
  after(cursor: number): { readonly cursor: number; readonly acts: readonly Act[]; readonly lost: number }
}

export function createActs(capacity = 10_000): Acts {
  const kept: Act[] = []
  let count = 0
  return {
    add(act) {
      kept.push(act)
      count += 1
      if (kept.length > capacity) kept.shift()
    },
    after(cursor) {
      const oldest = count - kept.length
      const from = Math.min(Math.max(cursor, oldest), count)
      return { cursor: count, acts: kept.slice(from - oldest), lost: Math.max(0, oldest - Math.max(cursor, 0)) }
    },
  }
}
