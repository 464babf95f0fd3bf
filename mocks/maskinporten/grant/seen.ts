import type { X509Certificate } from 'node:crypto'
import type { GrantSighting } from '../../../contracts/maskinporten/grant-sighting.ts'
import { organisationNumberOf } from '../../pki/names.ts'
import { chainFrom, flaw } from './certificate.ts'

/** Reads what can be read of a grant, however wrong it is. */

interface Office {
  readonly issuer: string
  readonly trustedRoots: readonly X509Certificate[]
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Null where the body holds none. */
export function seenIn(body: string, { issuer, trustedRoots, now }: Office): GrantSighting | null {
  const [header, claims] = (new URLSearchParams(body).get('assertion') ?? '').split('.').map(membersIn)
  if (header === undefined || claims === undefined || header === null || claims === null) return null
  const chain = chainFrom(header.x5c)
  return {
    clientId: textOf(claims.iss),
    alg: textOf(header.alg),
    kid: textOf(header.kid),
    certificates: Array.isArray(header.x5c) ? header.x5c.length : null,
    certificate:
      chain === null
        ? null
        : { organisationNumber: organisationNumberOf(chain[0].raw), trusted: flaw(chain, trustedRoots, now) === null },
    audience: claims.aud === issuer ? 'issuer' : 'another',
    scopes: (textOf(claims.scope) ?? '').split(' ').filter((name) => name !== ''),
    issued: numberOf(claims.iat),
    notBefore: numberOf(claims.nbf),
    expires: numberOf(claims.exp),
  }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : null)
const numberOf = (value: unknown) => (typeof value === 'number' ? value : null)

function membersIn(part: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString())
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}
