import { createHash, randomBytes } from 'node:crypto'
import { CompactEncrypt } from 'jose'
import { defineFault } from '../fault.ts'
import { type Encrypt, type SealPolicy, seal, sealedHeader } from '../parts/seal.ts'

/** KI-ENC-007 and KI-ENC-008: what is sealed, and with which content key. */

const utf8 = (text: string) => new TextEncoder().encode(text)
const base64url = (text: string) => Buffer.from(text).toString('base64url')

/** Nobody checks the signature of the inner one, so it may be anything. */
const asJws = (plain: string) =>
  [base64url('{"alg":"RS256","typ":"JWT"}'), base64url(plain), randomBytes(256).toString('base64url')].join('.')

interface WrongPlaintext {
  readonly story: string
  readonly bytesOf: SealPolicy['bytesOf']
}

const plaintexts: Readonly<Record<string, WrongPlaintext>> = {
  'seals-json-inside-a-json-text': {
    story: 'The body is serialised twice, once by the service and once by what seals it.',
    bytesOf: (plain) => utf8(JSON.stringify(plain)),
  },
  'signs-before-it-seals': {
    story: 'Somebody read that one signs first and encrypts then, and put a JWS inside.',
    bytesOf: (plain) => utf8(asJws(plain)),
  },
  'seals-a-byte-order-mark': {
    story: 'The writer of texts begins every one with a byte order mark.',
    bytesOf: (plain) => utf8(`\uFEFF${plain}`),
  },
  'seals-base64': {
    story: 'The helper for encryption takes base64, and nobody takes it off again.',
    bytesOf: (plain) => utf8(Buffer.from(plain).toString('base64')),
  },
  'seals-latin-1': {
    story: 'The bytes of the text are taken in the encoding of the machine.',
    bytesOf: (plain) => Buffer.from(plain, 'latin1'),
  },
}

export const sealsJsonText: Partial<SealPolicy> = { bytesOf: (plain) => utf8(JSON.stringify(plain)) }

const encrypt = (bytes: Uint8Array) => new CompactEncrypt(bytes).setProtectedHeader(sealedHeader)

/** A128CBC-HS256 has a key of 256 bits and an IV of 128 (RFC 7518 §5.2.3). */
const [keptKey, keptIv] = [randomBytes(32), randomBytes(16)]

const keepsKey: Encrypt = (bytes, key) => encrypt(bytes).setContentEncryptionKey(keptKey).encrypt(key)
export const keepsContentKey: Partial<SealPolicy> = { encrypt: keepsKey }

const sealedBefore = new Map<string, Promise<string>>()

interface NotFresh {
  readonly story: string
  readonly encrypt: Encrypt
}

const stale: Readonly<Record<string, NotFresh>> = {
  'keeps-its-content-key': {
    story: 'The content key is made once when the service starts, since making it took time in a measurement.',
    encrypt: keepsKey,
  },
  'keeps-its-initialization-vector': {
    story: 'The initialization vector is a constant, as in the example that somebody copied.',
    encrypt: (bytes, key) => encrypt(bytes).setInitializationVector(keptIv).encrypt(key),
  },
  'makes-the-content-key-from-the-content': {
    story: 'Equal answers were to look alike so that a cache can hold them, and the key became a digest of the answer.',
    encrypt: (bytes, key) =>
      encrypt(bytes).setContentEncryptionKey(createHash('sha256').update(bytes).digest()).encrypt(key),
  },
  'keeps-what-it-sealed': {
    story: 'Sealed answers are kept, and an equal one is sent a second time as it is.',
    encrypt: (bytes, key) => {
      const name = `${key.export({ format: 'jwk' }).n} ${createHash('sha256').update(bytes).digest('hex')}`
      const before = sealedBefore.get(name) ?? encrypt(bytes).encrypt(key)
      sealedBefore.set(name, before)
      return before
    },
  },
}

export const sealedContentFaults = [
  ...Object.entries(plaintexts).map(([id, { story, bytesOf }]) =>
    defineFault({ id, story, violates: ['KI-ENC-007'], replaces: { seal: seal({ bytesOf }) } }),
  ),
  ...Object.entries(stale).map(([id, { story, encrypt: wrong }]) =>
    defineFault({ id, story, violates: ['KI-ENC-008'], replaces: { seal: seal({ encrypt: wrong }) } }),
  ),
]
