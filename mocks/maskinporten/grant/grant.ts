import type { ApiScope, Client, Registry } from '../registry.ts'
import type { Refusal } from './refusals.ts'
import type { UsedGrants } from './used-grants.ts'

/** A JWT grant that could be read: every member has the type that it must have (catalogue 1.3). */

export interface GrantHeader {
  readonly alg: 'RS256' | 'RS384' | 'RS512'
  readonly kid?: string
  /** Anything; its shape has a rule and an error of its own. */
  readonly x5c?: unknown
}

export interface GrantClaims {
  readonly iss: string
  readonly aud: unknown
  /** Seconds since 1970, as `exp` is. */
  readonly iat: number
  readonly exp: number
  readonly jti?: string
  readonly scope: string
  readonly resource?: string | readonly string[]
  readonly pid?: string
  readonly consumer_org?: string
  readonly iss_onbehalfof?: string
  readonly authorization_details?: readonly unknown[]
}

export interface Assertion {
  readonly header: GrantHeader
  readonly claims: GrantClaims
  /** What the signature covers. */
  readonly input: string
  readonly signature: Buffer
}

/** An assertion whose client is known. */
export interface Grant extends Assertion {
  readonly client: Client
}

/** What the rules measure a grant against. */
export interface Office {
  readonly registry: Registry
  readonly issuer: string
  readonly used: UsedGrants
  /** Milliseconds since 1970. */
  readonly now: number
  /** Seconds that no token outlives, where that was ordered. */
  readonly longestLife?: number | null
}

/** One reason to say no; nothing when the grant keeps the rule. */
export type Rule = (grant: Grant, office: Office) => Refusal | undefined

export const scopeNames = ({ claims }: Grant): readonly string[] =>
  claims.scope.split(' ').filter((name) => name !== '')

/** The organisation on whose behalf the token is asked for. */
export const consumerOf = ({ claims, client }: Grant): string =>
  claims.consumer_org ?? client.onBehalfOf?.[claims.iss_onbehalfof ?? ''] ?? client.organisationNumber

/** Somebody else than the consumer asks, with a delegation in Altinn. */
export const isDelegated = ({ claims }: Grant): boolean => claims.consumer_org !== undefined

export const knownScopes = (grant: Grant, { registry }: Pick<Office, 'registry'>): readonly ApiScope[] =>
  scopeNames(grant).flatMap((name) => registry.scope(name) ?? [])
