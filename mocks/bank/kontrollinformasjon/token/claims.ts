import { participantScheme } from '../../../../contracts/kontrollinformasjon/profile.ts'

/** The rules for single claims (catalogue 5.1, maskinporten.md 6.4 to 6.7). Times are seconds since 1970. */

export type Claims = Readonly<Record<string, unknown>>

/** For clocks that differ. A token that is past its end gets little of it, because it lives for two minutes only. */
const skew = { past: 3, future: 30 } as const

/** DSOP issues for 120 seconds. An hour is let through; more than that is no token of this solution (TD-069, TD-070). */
const longestLife = 3600

const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

/** `exp` is a time, and it has not passed. */
export const isAlive = ({ exp }: Claims, now: number) => isTime(exp) && now < exp + skew.past

/** Everything about time but the end of life: what is wrong, or null. */
export function timeProblem({ iat, exp, nbf }: Claims, now: number): string | null {
  if (!isTime(iat)) return 'it has no time of issue'
  if (iat > now + skew.future) return 'it is issued in the future'
  if (nbf !== undefined && !(isTime(nbf) && nbf <= now + skew.future)) return 'it is not valid yet'
  if (isTime(exp) && exp - iat > longestLife) return 'it lives too long'
  return null
}

/** The registered base URL, letter for letter; an array may hold it among others (RFC 7519 §4.1.3). */
export type Audience = (claim: unknown, registered: string) => boolean

export const isExactAudience: Audience = (claim, registered) =>
  Array.isArray(claim) ? claim.includes(registered) : claim === registered

/** A whole word of a list that blanks divide. */
export const hasScope = ({ scope }: Claims, wanted: string) =>
  typeof scope === 'string' && scope.split(' ').includes(wanted)

/** Nine digits of `consumer.ID`; null when it is no Norwegian organisation. `client_orgno` and `supplier` do not count. */
export function consumerOf({ consumer }: Claims): string | null {
  const { authority, ID } = consumer as { authority?: unknown; ID?: unknown }
  if (authority !== participantScheme || typeof ID !== 'string') return null
  return /^0192:(\d{9})$/.exec(ID)?.[1] ?? null
}

/** Whether there is a `consumer` that can be read at all: real tokens always have one. */
export const namesConsumer = ({ consumer }: Claims) =>
  typeof consumer === 'object' && consumer !== null && typeof (consumer as { ID?: unknown }).ID === 'string'
