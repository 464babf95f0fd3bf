import type { Request, RequestHandler } from 'express'
import { type Context, contextOf, type Services } from '../context.ts'
import { type Refusal, refusals } from '../refusal.ts'
import { type Audience, type Claims, isAlive, isExactAudience, namesConsumer, timeProblem } from '../token/claims.ts'
import type { IssuerKeys } from '../token/keys.ts'
import { type ReadSignedClaims, readSignedClaims } from '../token/signature.ts'

/** What makes a token trusted (catalogue 5.1). */
export interface TokenPolicy {
  /** Whose keys a token is checked with, and whose name must stand in `iss`. */
  readonly issuerOf: (token: string, services: Services) => IssuerKeys | Promise<IssuerKeys>
  readonly readClaims: ReadSignedClaims
  readonly isIssuer: (claim: unknown, name: string) => boolean
  /** What to answer to a token of another issuer. */
  readonly foreign: () => Refusal
  /** What to answer to a token past its end; null lets it through. */
  readonly expired: () => Refusal | null
  readonly isAudience: Audience
  /** What to answer to a token that is meant for somebody else. */
  readonly misdirected: () => Refusal
  /** What to answer when there is no Authorization header; claims instead go on with these. */
  readonly missing: (context: Context) => Refusal | Claims
  /** What to answer when Authorization holds no single bearer token; claims instead go on with these. */
  readonly malformed: (values: readonly string[], context: Context) => Refusal | Claims
}

const tokenPolicy: TokenPolicy = {
  issuerOf: (_token, { keys }) => keys,
  readClaims: readSignedClaims,
  isIssuer: (claim, name) => claim === name,
  foreign: () => refusals.untrusted('it is of another issuer'),
  expired: () => refusals.untrusted('it has expired'),
  isAudience: isExactAudience,
  misdirected: () => refusals.untrusted('it is meant for somebody else'),
  missing: refusals.unauthenticated,
  malformed: () => refusals.untrusted('the Authorization header is no single bearer token'),
}

/** A token that cannot be trusted is a 401, whatever it would entitle to; entitlement is `authorise`'s. */
export const authenticate = (changes: Partial<TokenPolicy> = {}): RequestHandler => {
  const policy = { ...tokenPolicy, ...changes }
  return async (request, response, next) => {
    const context = contextOf(response)
    context.found.claims = await claimsOf(request, context, policy)
    next()
  }
}

async function claimsOf(request: Request, context: Context, policy: TokenPolicy): Promise<Claims> {
  const values = authorizationsOf(request)
  if (values.length === 0) return thrown(policy.missing(context))
  const token = bearerToken(values)
  if (token === null) return thrown(policy.malformed(values, context))
  const { services } = context
  const issuer = await policy.issuerOf(token, services)
  const claims = await policy.readClaims(token, issuer)
  if (!policy.isIssuer(claims.iss, await issuer.issuer())) throw policy.foreign()
  const now = services.now() / 1000
  if (!isAlive(claims, now)) thrown(policy.expired() ?? claims)
  const problem = timeProblem(claims, now)
  if (problem !== null) throw refusals.untrusted(problem)
  if (!policy.isAudience(claims.aud, services.audience)) throw policy.misdirected()
  if (!isBearerType(claims)) throw refusals.untrusted('it is no bearer token')
  if (!namesConsumer(claims)) throw refusals.untrusted('it names no consumer')
  return claims
}

/** Node keeps the first of several; two of them are a question of which one was checked (TD-005). */
const authorizationsOf = ({ rawHeaders }: Request) =>
  rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'authorization')

function bearerToken([value, more]: readonly string[]): string | null {
  // RFC 6750 §2.1: one blank; RFC 9110 §11.1: the scheme in any case.
  return more === undefined ? (/^Bearer ([\w.~+/-]+=*)$/i.exec(value ?? '')?.[1] ?? null) : null
}

const isBearerType = ({ token_type: type }: Claims) =>
  type === undefined || (typeof type === 'string' && type.toLowerCase() === 'bearer')

function thrown(outcome: Refusal | Claims): Claims {
  if (outcome instanceof Error) throw outcome
  return outcome
}
