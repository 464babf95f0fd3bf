import { constants, createHash, type KeyObject, privateDecrypt } from 'node:crypto'

/** What must be new in every JWE (RFC 7516 §5.1): digests of the content key and of the IV, which give neither away. */
interface Fresh {
  readonly key: string
  readonly iv: string
}

/** RFC 7518 §4.3 */
const hashes: Readonly<Record<string, string>> = {
  'RSA-OAEP': 'sha1',
  'RSA-OAEP-256': 'sha256',
  'RSA-OAEP-384': 'sha384',
  'RSA-OAEP-512': 'sha512',
}

/** Null where the content key cannot be unwrapped with this key. */
export function freshOf(jwe: string, algorithm: unknown, key: KeyObject): Fresh | null {
  const [, encryptedKey = '', iv = ''] = jwe.split('.', 3)
  const oaepHash = typeof algorithm === 'string' ? hashes[algorithm] : undefined
  if (oaepHash === undefined) return null
  const padding = constants.RSA_PKCS1_OAEP_PADDING
  try {
    const contentKey = privateDecrypt({ key, padding, oaepHash }, Buffer.from(encryptedKey, 'base64url'))
    return { key: digest(contentKey), iv: digest(Buffer.from(iv, 'base64url')) }
  } catch {
    return null
  }
}

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64url')
