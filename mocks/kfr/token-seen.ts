import { decodeJwt } from 'jose'
import { organisationNumberOf } from '../../contracts/altinn-broker/wire.ts'
import type { SeenToken } from '../../contracts/kfr/sighting.ts'

/** What of a token is told to whoever watches: never the token itself. `now`: milliseconds since 1970. */
export function tokenSeen(authorization: string | undefined, believed: boolean, now: number): SeenToken | null {
  const claims = claimsIn(authorization)
  if (claims === null) return null
  const { exp, iat, scope, consumer, client_amr: method } = claims
  const expires = numberOf(exp)
  return {
    believed,
    scopes: typeof scope === 'string' ? scope.split(' ').filter(Boolean) : [],
    organisation: organisationIn(consumer),
    method: typeof method === 'string' ? method : null,
    issued: numberOf(iat),
    expires,
    late: expires === null ? null : Math.round(now / 1000 - expires),
  }
}

const numberOf = (value: unknown) => (typeof value === 'number' ? value : null)

function claimsIn(authorization: string | undefined): Readonly<Record<string, unknown>> | null {
  const token = /^(?:bearer +)?(\S+)$/i.exec(authorization ?? '')?.[1]
  try {
    return token === undefined ? null : decodeJwt(token)
  } catch {
    return null
  }
}

function organisationIn(consumer: unknown): string | null {
  const { ID } = typeof consumer === 'object' && consumer !== null ? (consumer as { ID?: unknown }) : {}
  return typeof ID === 'string' && /^0192:\d{9}$/.test(ID) ? organisationNumberOf(ID as `0192:${string}`) : null
}
