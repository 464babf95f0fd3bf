import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { calculateJwkThumbprint, type JWK } from 'jose'

/** The issuer's signing keys, and what its key set shows of them (catalogue 1.2). */

export interface SigningKey {
  /** RFC 7638 thumbprint: 43 characters, like the real ones. */
  readonly kid: string
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
  /** The member of the key set. */
  readonly jwk: JWK
}

export interface KeyStore {
  /** The key that signs now. */
  current(): SigningKey
  /** The members of the key set, in the order in which they were published. */
  published(): readonly JWK[]
  /** Puts the next key into the set, beside the current one that still signs. The next `rotate` takes it. */
  publishNext(): Promise<string>
  /** Signs with the next key from now on, and publishes it if it was not. The old one stays in the set, up to eight. */
  rotate(): Promise<string>
  /** Takes a key out of the set. It may still sign. Throws on a `kid` that is not there. */
  withdraw(kid: string): void
}

export interface KeyOptions {
  /**
   * Whether members of the key set carry `alg`. Left out by default: with it, strict libraries refuse tokens that the
   * same key signs with RS384 or RS512, which the issuer announces (catalogue 1.2).
   */
  readonly showAlgorithm?: boolean
  /** Bits. Default 2048. */
  readonly modulusLength?: number
  /** PKCS #8 PEM of the RSA key that signs first. Default: a new one. */
  readonly first?: string
}

const generate = promisify(generateKeyPair)

async function newSigningKey({ modulusLength = 2048, ...options }: KeyOptions = {}): Promise<SigningKey> {
  const { privateKey } = await generate('rsa', { modulusLength })
  return signingKeyOf(privateKey, options)
}

/** Throws when the key is not RSA; its text is not repeated. */
export async function signingKeyOf(
  privateKey: KeyObject,
  { showAlgorithm = false }: KeyOptions = {},
): Promise<SigningKey> {
  if (privateKey.asymmetricKeyType !== 'rsa') throw new Error('A signing key of Maskinporten is no RSA key; give one')
  const publicKey = createPublicKey(privateKey)
  const { n, e } = publicKey.export({ format: 'jwk' }) as { n: string; e: string }
  const kid = await calculateJwkThumbprint({ kty: 'RSA', n, e })
  const jwk = { kty: 'RSA', use: 'sig', kid, ...(showAlgorithm ? { alg: 'RS256' } : {}), n, e }
  return { kid, privateKey, publicKey, jwk }
}

/** Of the keys that once signed, so many stay in the set: a set that only grows would fill memory, and every answer. */
const mostPublished = 8

export async function createKeyStore(options: KeyOptions = {}): Promise<KeyStore> {
  const { first } = options
  let signing =
    first === undefined ? await newSigningKey(options) : await signingKeyOf(createPrivateKey(first), options)
  // A promise, so that two who ask at the same time are told of one key.
  let next: Promise<SigningKey> | undefined
  const set = new Map([[signing.kid, signing]])

  const publish = async () => {
    next ??= newSigningKey(options)
    const key = await next
    set.set(key.kid, key)
    for (const kid of [...set.keys()].slice(0, -mostPublished)) set.delete(kid)
    return key
  }

  return {
    current: () => signing,
    published: () => [...set.values()].map(({ jwk }) => jwk),
    publishNext: async () => (await publish()).kid,
    async rotate() {
      signing = await publish()
      next = undefined
      return signing.kid
    },
    withdraw(kid) {
      if (set.delete(kid)) return
      throw new Error(`No key with kid "${kid}" is published; published are ${[...set.keys()].join(', ')}`)
    },
  }
}
