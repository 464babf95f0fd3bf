import {
  constants,
  createCipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  publicEncrypt,
  randomBytes,
} from 'node:crypto'

/** What the bank announces in the header, and does (catalogue 5.4). */
export const sealedHeader = { alg: 'RSA-OAEP-256', enc: 'A128CBC-HS256' } as const

const header = Buffer.from(JSON.stringify(sealedHeader)).toString('base64url')
/** RFC 7518 §5.2.2.1: the length of the additional data in bits, as eight bytes. */
const headerBits = Buffer.alloc(8)
headerBits.writeUInt32BE(header.length * 8, 4)

/**
 * The compact serialization of a JWE (RFC 7516 §5.1), with a content key and an IV of its own. In the thread that asks:
 * handing the three steps to other threads, as Web Crypto does, takes as long as the steps.
 */
export function sealCompactly(plain: Uint8Array, recipient: KeyObject): string {
  const secret = randomBytes(32)
  const iv = randomBytes(16)
  // RFC 7518 §5.2.2.1: the first half authenticates, the second encrypts. As keys, because Node takes five times as long
  // to find out that bytes are none.
  const authenticates = createSecretKey(secret.subarray(0, 16))
  const encrypts = createSecretKey(secret.subarray(16))
  const cipher = createCipheriv('aes-128-cbc', encrypts, iv)
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()])
  const mac = createHmac('sha256', authenticates).update(header).update(iv).update(ciphertext).update(headerBits)
  const wrapped = publicEncrypt(
    { key: recipient, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
    secret,
  )
  const parts = [wrapped, iv, ciphertext, mac.digest().subarray(0, 16)].map((part) => part.toString('base64url'))
  return [header, ...parts].join('.')
}
