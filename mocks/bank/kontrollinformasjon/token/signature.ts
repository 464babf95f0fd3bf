import { refusals } from '../refusal.ts'
import type { Claims } from './claims.ts'
import { bytesOf, type Header, objectIn, verifiedPayload } from './compact.ts'
import type { IssuerKey, IssuerKeys } from './keys.ts'

/** Reads the claims of a token whose signature is the issuer's; throws a 401 for any other. */
export type ReadSignedClaims = (token: string, keys: IssuerKeys) => Promise<Claims>

export const readSignedClaims: ReadSignedClaims = async (token, keys) => {
  const header = headerOf(token)
  const { key } = await keyNamedIn(header, keys)
  return parseClaims(refusing('the signature does not verify', () => verifiedPayload(token, header, key)))
}

/** The issuer's key that the header names. A key, a certificate or an address inside the header is never used. */
export const signingKeyOf = (token: string, keys: IssuerKeys): Promise<IssuerKey> => keyNamedIn(headerOf(token), keys)

async function keyNamedIn({ kid }: Header, keys: IssuerKeys): Promise<IssuerKey> {
  const key = typeof kid === 'string' ? await keys.find(kid) : null
  if (key === null) throw refusals.untrusted('no key of the issuer has its kid')
  return key
}

export function headerOf(token: string): Header {
  const [header = '', _payload, signature, more] = token.split('.')
  if (signature === undefined || more !== undefined) throw refusals.untrusted('it is no signed token')
  return refusing('its header cannot be read', () => objectIn(bytesOf(header)))
}

export const parseClaims = (payload: Uint8Array): Claims =>
  refusing('its claims cannot be read', () => objectIn(payload))

function refusing<T>(why: string, read: () => T): T {
  try {
    return read()
  } catch {
    throw refusals.untrusted(why)
  }
}
