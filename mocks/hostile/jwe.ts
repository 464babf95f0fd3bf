import { constants, createCipheriv, createPublicKey, publicEncrypt, randomBytes } from 'node:crypto'
import { deflateRawSync, gzipSync, constants as zlib } from 'node:zlib'

/** JWE in compact form (RFC 7516 §7.1) by hand: a library would refuse to make these. */

const base64url = (text: string | Buffer) => Buffer.from(text as string).toString('base64url')

/** Sealed rightly with RSA-OAEP-256 and A256GCM, whatever the header says besides. */
export function seal(plaintext: Buffer, publicPem: string, more: Readonly<Record<string, unknown>> = {}): string {
  const header = base64url(JSON.stringify({ alg: 'RSA-OAEP-256', enc: 'A256GCM', ...more }))
  const contentKey = randomBytes(32)
  const iv = randomBytes(12)
  const padding = constants.RSA_PKCS1_OAEP_PADDING
  const sealedKey = publicEncrypt({ key: createPublicKey(publicPem), padding, oaepHash: 'sha256' }, contentKey)
  const cipher = createCipheriv('aes-256-gcm', contentKey, iv)
  cipher.setAAD(Buffer.from(header))
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()])
  return [header, ...[sealedKey, iv, ciphertext, cipher.getAuthTag()].map(base64url)].join('.')
}

/** Five parts of which only the first says anything; the others have the lengths that are usual. */
export const sealedUnder = (header: string): string =>
  [header, ...[256, 12, 64, 16].map((length) => randomBytes(length))].map(base64url).join('.')

const mebibyte = Buffer.alloc(1024 * 1024, ' ')

/** So many mebibytes of blanks, as raw deflate (RFC 1951). One block is made, and said again: nothing large is ever held. */
export function deflatedBlanks(mebibytes: number): Buffer {
  const block = deflateRawSync(mebibyte, { finishFlush: zlib.Z_FULL_FLUSH })
  return Buffer.concat([...Array.from({ length: mebibytes }, () => block), deflateRawSync(Buffer.alloc(0))])
}

/** The same as gzip: several members after one another are one file (RFC 1952 §2.2). */
export function gzippedBlanks(mebibytes: number): Buffer {
  const member = gzipSync(mebibyte)
  return Buffer.concat(Array.from({ length: mebibytes }, () => member))
}
