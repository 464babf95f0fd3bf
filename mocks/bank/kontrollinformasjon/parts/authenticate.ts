import type { Request, RequestHandler } from 'express'
import { type Context, contextOf } from '../context.ts'
import { type Refusal, refusals } from '../refusal.ts'
import { type Audience, type Claims, isAlive, isExactAudience, namesConsumer, timeProblem } from '../token/claims.ts'
import { type ReadSignedClaims, readSignedClaims } from '../token/signature.ts'

/** What makes a token trusted (catalogue 5.1). */
export interface TokenPolicy {
  readonly readClaims: ReadSignedClaims
  /** What to answer to a token past its end; null lets it through. */
  readonly expired: () => Refusal | null
  readonly isAudience: Audience
  /** What to answer to a token that is meant for somebody else. */
  readonly misdirected: () => Refusal
  /** What to answer when there is no Authorization header; claims instead go on with these. */
  readonly missing: (context: Context) => Refusal | Claims
}

export const tokenPolicy: TokenPolicy = {
  readClaims: readSignedClaims,
  expired: () => refusals.untrusted('it has expired'),
  isAudience: isExactAudience,
  misdirected: () => refusals.untrusted('it is meant for somebody else'),
  missing: refusals.unauthenticated,
}

/** A token that cannot be trusted is a 401, whatever it would entitle to; entitlement is `authorise`'s. */
export const authenticate =
  (changes: Partial<TokenPolicy> = {}): RequestHandler =>
  async (request, response, next) => {
    const context = contextOf(response)
    const policy = { ...tokenPolicy, ...changes }
    context.found.claims = await claimsOf(request, context, policy)
    next()
  }

async function claimsOf(request: Request, context: Context, policy: TokenPolicy): Promise<Claims> {
  const values = authorizationsOf(request)
  if (values.length === 0) return thrown(policy.missing(context))
  const token = bearerToken(values)
  const { services } = context
  const claims = await policy.readClaims(token, services.keys)
  if (claims.iss !== (await services.keys.issuer())) throw refusals.untrusted('it is of another issuer')
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

function bearerToken([value, more]: readonly string[]): string {
  // RFC 6750 §2.1: one blank; RFC 9110 §11.1: the scheme in any case.
  const token = more === undefined ? /^Bearer ([\w.~+/-]+=*)$/i.exec(value ?? '')?.[1] : undefined
  if (token === undefined) throw refusals.untrusted('the Authorization header is no single bearer token')
  return token
}

const isBearerType = ({ token_type: type }: Claims) =>
  type === undefined || (typeof type === 'string' && type.toLowerCase() === 'bearer')

function thrown(outcome: Refusal | Claims): Claims {
  if (outcome instanceof Error) throw outcome
  return outcome
}
