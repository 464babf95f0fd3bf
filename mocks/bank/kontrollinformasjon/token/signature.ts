import { compactVerify, decodeProtectedHeader } from 'jose'
import { refusals } from '../refusal.ts'
import type { Claims } from './claims.ts'
import type { IssuerKey, IssuerKeys } from './keys.ts'

/** Reads the claims of a token whose signature is the issuer's; throws a 401 for any other. */
export type ReadSignedClaims = (token: string, keys: IssuerKeys) => Promise<Claims>

/** What Maskinporten announces (maskinporten.md 1.1); RSASSA-PSS by the right key is not among them (TD-042). */
const algorithms = ['RS256', 'RS384', 'RS512']

export const readSignedClaims: ReadSignedClaims = async (token, keys) => {
  const { key } = await signingKeyOf(token, keys)
  const { payload } = await compactVerify(token, key, { algorithms }).catch(() => {
    throw refusals.untrusted('the signature does not verify')
  })
  return parseClaims(payload)
}

/** The issuer's key that the header names. A key, a certificate or an address inside the header is never used. */
export async function signingKeyOf(token: string, keys: IssuerKeys): Promise<IssuerKey> {
  const { kid } = headerOf(token)
  const key = typeof kid === 'string' ? await keys.find(kid) : null
  if (key === null) throw refusals.untrusted('no key of the issuer has its kid')
  return key
}

export function headerOf(token: string): Readonly<Record<string, unknown>> {
  if (token.split('.').length !== 3) throw refusals.untrusted('it is no signed token')
  try {
    return decodeProtectedHeader(token) as Record<string, unknown>
  } catch {
    throw refusals.untrusted('its header cannot be read')
  }
}

export function parseClaims(payload: Uint8Array): Claims {
  try {
    const claims: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload))
    if (typeof claims === 'object' && claims !== null && !Array.isArray(claims)) return claims as Claims
  } catch {
    // Falls through: what is no JSON is refused like JSON that is no object.
  }
  throw refusals.untrusted('its claims cannot be read')
}
