import { type KeyObject, verify } from 'node:crypto'

/** The compact serialization of a JWS (RFC 7515 §7.1), as far as access tokens need it. */

export type Header = Readonly<Record<string, unknown>>

/** What Maskinporten announces (maskinporten.md 1.1); RSASSA-PSS by the right key is not among them (TD-042). */
const digests = new Map<unknown, string>([
  ['RS256', 'sha256'],
  ['RS384', 'sha384'],
  ['RS512', 'sha512'],
])

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The object in one part. Throws on whatever is no JSON object in UTF-8. */
export function objectIn(part: Uint8Array): Header {
  const value: unknown = JSON.parse(utf8.decode(part))
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Header
  throw new TypeError('no JSON object')
}

/** RFC 7515 §2: base64url without padding. Throws on anything else, which Node would read as well as it can. */
export function bytesOf(part: string): Buffer {
  const bytes = Buffer.from(part, 'base64url')
  if (bytes.toString('base64url') !== part) throw new TypeError('no base64url')
  return bytes
}

/**
 * The payload, when the signature is the key's; throws when it is not. In the thread that asks: one signature takes less
 * time to verify than to hand over to another thread.
 */
export function verifiedPayload(token: string, { alg, crit }: Header, key: KeyObject): Buffer {
  const [header = '', payload = '', signature = ''] = token.split('.')
  const digest = digests.get(alg)
  if (digest === undefined) throw new Error('the issuer does not sign with this algorithm')
  // RFC 7515 §4.1.11: whoever does not understand an extension that is called critical refuses.
  if (crit !== undefined) throw new Error('it asks for an extension')
  const isSigned = verify(digest, Buffer.from(`${header}.${payload}`, 'latin1'), key, bytesOf(signature))
  if (!isSigned) throw new Error('the signature is not of this key')
  return bytesOf(payload)
}
