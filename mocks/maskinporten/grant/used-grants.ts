import { createHash } from 'node:crypto'

/**
 * Grants are for single use (catalogue 1.3). Forgets a grant when it could not be used anyway; and the oldest ones when
 * there are more than `most`, so that days of traffic need no more memory than minutes.
 */
export interface UsedGrants {
  /** True the first time; `until` in milliseconds since 1970. */
  take(grant: { readonly clientId: string; readonly id: string; readonly until: number }, now: number): boolean
}

export function createUsedGrants(most = 20_000): UsedGrants {
  const until = new Map<string, number>()
  let sweepAt = 0
  return {
    take(grant, now) {
      if (now >= sweepAt) {
        for (const [key, end] of until) if (end < now) until.delete(key)
        sweepAt = now + 10_000
      }
      const key = createHash('sha256')
        .update(JSON.stringify([grant.clientId, grant.id]))
        .digest('base64url')
      if (until.has(key)) return false
      until.set(key, grant.until)
      if (until.size > most) until.delete(until.keys().next().value ?? key)
      return true
    },
  }
}
