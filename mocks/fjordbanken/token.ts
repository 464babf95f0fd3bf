import { decodeProtectedHeader, type JWTPayload, jwtVerify } from 'jose'
import { scope as neededScope, participantScheme } from '../../contracts/kontrollinformasjon/profile.ts'
import { asked } from './differences.ts'
import type { Issuer } from './issuer.ts'
import { Refusal, refuse, unauthenticated } from './refusal.ts'

/** Who asks, by an access token that can be trusted and that opens this service (catalogue 5.1). */
export interface Caller {
  /** Nine digits. */
  readonly organisationNumber: string
}

export interface Gate {
  readonly issuer: Issuer
  /** The base URL, letter for letter as it is registered. */
  readonly audience: string
}

/** `values` are all Authorization headers of the question. Throws a refusal. */
export async function callerOf(values: readonly string[], query: URLSearchParams, gate: Gate): Promise<Caller> {
  if (values.length === 0 && query.has('access_token'))
    throw refuse('tokenInQuery', 'Tilgangstoken leses ikke fra adressen')
  if (values.length === 0) throw unauthenticated()
  const claims = await trustedClaims(tokenFrom(values), gate)
  const scopes = typeof claims.scope === 'string' ? claims.scope.split(' ') : []
  if (!scopes.includes(neededScope)) throw refuse('missingScope', 'Tokenet gjelder ikke denne tjenesten')
  return { organisationNumber: consumerOf(claims.consumer) }
}

/** Scheme in any case, one blank or more (RFC 6750 §2.1, RFC 9110 §11.1), and three parts. */
function tokenFrom([value = '', more]: readonly string[]): string {
  const [, token] = /^bearer +([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(value) ?? []
  if (token === undefined || more !== undefined || !hasHeader(token))
    throw refuse('malformedAuthorization', 'Authorization skal være ett signert token av typen Bearer')
  return token
}

function hasHeader(token: string): boolean {
  try {
    return typeof decodeProtectedHeader(token) === 'object'
  } catch {
    return false
  }
}

async function trustedClaims(token: string, { issuer, audience }: Gate): Promise<JWTPayload> {
  const { name, keys } = await issuer.known()
  // A library may try the only key there is when none is named; Maskinporten always names it (TD-030).
  if (typeof decodeProtectedHeader(token).kid !== 'string') throw untrusted()
  const now = Date.now() / 1000
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer: name,
      audience,
      algorithms: ['RS256', 'RS384', 'RS512'],
      requiredClaims: ['iat', 'exp', 'consumer'],
      clockTolerance: asked.clockSkew.here,
    })
    if (isTimely(payload, now)) return payload
  } catch (problem) {
    if (problem instanceof Refusal) throw problem
  }
  throw untrusted()
}

const untrusted = () => refuse('untrustedToken', 'Tokenet kan ikke godtas: signatur, utsteder, mottaker eller tid')

/** A clock that is half a minute behind ours is common (TD-072). */
const ahead = 30

const isTimely = ({ iat = 0, exp = 0 }: JWTPayload, now: number) =>
  iat <= now + ahead && exp - iat <= asked.longestTokenLife.here

/** `client_orgno`, `client_id` and `supplier` say nothing (KI-AUT-016 to KI-AUT-018). */
function consumerOf(consumer: unknown): string {
  const { authority, ID } = (consumer ?? {}) as { authority?: unknown; ID?: unknown }
  const [, organisation] = typeof ID === 'string' ? (/^0192:(\d{9})$/.exec(ID) ?? []) : []
  if (organisation === undefined || authority !== participantScheme)
    throw refuse('untrustedToken', 'Tokenet sier ikke hvilken virksomhet som spør')
  return organisation
}
