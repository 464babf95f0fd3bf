import { createHash } from 'node:crypto'
import type { Rule } from './grant.ts'
import { refuse } from './refusals.ts'

/** Rows 12 to 14: when the grant was made, how long it lives, and that it is used once. Seconds, as in the claims. */

const longestLife = 120
const clockSkew = 10

export const notExpired: Rule = ({ claims }, { now }) => (claims.exp * 1000 > now ? undefined : refuse('expired'))

export const notTooLong: Rule = ({ claims }) =>
  claims.exp - claims.iat <= longestLife ? undefined : refuse('lifetime-too-long')

/** Within ten seconds of our clock on both sides; the catalogue has an error text for the one ahead only. */
export const issuedNow: Rule = ({ claims }, { now }) => {
  const ahead = claims.iat - now / 1000
  if (ahead > clockSkew) return refuse('issued-ahead')
  // One second more, because `iat` is a whole second and the clock is not.
  return -ahead > clockSkew + 1 ? refuse('issued-long-ago') : undefined
}

/** Without `jti` the grant is known by its own text. Taken when its signature holds, so nobody else can use it up. */
export const notUsedBefore: Rule = ({ claims, client, input }, { used, now }) => {
  const id = claims.jti ?? createHash('sha256').update(input).digest('base64url')
  const fresh = used.take({ clientId: client.clientId, id, until: claims.exp * 1000 }, now)
  return fresh ? undefined : refuse('used-before')
}
