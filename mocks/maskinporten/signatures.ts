import { constants, createHmac, type KeyObject, sign } from 'node:crypto'
import type { TokenSignature } from '../../contracts/control/protocol.ts'
import type { SigningKey } from './keys.ts'
import { nobodysCertificate, nobodysJwk, nobodysKey } from './nobody.ts'

/** Who signs a token. Built by hand, because a library rightly refuses to make most of these (catalogue 6.9). */

/** Signs the text `header.payload`; `algorithm` is what the header will say, whatever that is. */
export type Signer = (input: string, algorithm: unknown) => Promise<Buffer>

interface Scheme {
  /** What the header says when the recipe does not. */
  readonly algorithm: string
  /** What else the header says, such as whose key it would be. */
  readonly header?: () => Promise<Readonly<Record<string, unknown>>>
  readonly signer: (issuer: SigningKey) => Signer
}

export const schemes: Readonly<Record<TokenSignature, Scheme>> = {
  issuer: { algorithm: 'RS256', signer: (issuer) => withIssuer(issuer) },
  'unknown-key': { algorithm: 'RS256', signer: () => withNobodysKey },
  'unknown-key-jwk': { algorithm: 'RS256', header: nobodysJwk, signer: () => withNobodysKey },
  'unknown-key-x5c': { algorithm: 'RS256', header: nobodysCertificate, signer: () => withNobodysKey },
  none: { algorithm: 'RS256', signer: () => async () => Buffer.alloc(0) },
  'hmac-spki-pem': { algorithm: 'HS256', signer: (issuer) => withSecret(spkiPem(issuer)) },
  'hmac-spki-pem-trimmed': { algorithm: 'HS256', signer: (issuer) => withSecret(spkiPem(issuer).trimEnd()) },
  'hmac-spki-der': {
    algorithm: 'HS256',
    signer: (issuer) => withSecret(issuer.publicKey.export({ type: 'spki', format: 'der' })),
  },
  'hmac-jwk': {
    algorithm: 'HS256',
    signer: (issuer) => withSecret(JSON.stringify(issuer.jwk)),
  },
}

const spkiPem = ({ publicKey }: SigningKey) => publicKey.export({ type: 'spki', format: 'pem' }) as string

const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }

/** RFC 7518 §3: what each family adds to the key when it signs. */
const families: Readonly<Record<string, (key: KeyObject) => Parameters<typeof sign>[2]>> = {
  PS: (key) => ({ key, ...pss }),
  ES: (key) => ({ key, dsaEncoding: 'ieee-p1363' }),
}

function signWith(key: KeyObject, algorithm: string, input: string): Buffer {
  const withFamily = families[algorithm.slice(0, 2)] ?? ((plain) => ({ key: plain }))
  return sign(`sha${algorithm.slice(2)}`, Buffer.from(input), withFamily(key))
}

const rsaAlgorithm = (algorithm: unknown) => /^[RP]S(256|384|512)$/.exec(String(algorithm))?.[0] ?? 'RS256'
const ecCurves: Readonly<Record<string, string>> = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' }

/** A header that names no RSA algorithm keeps its text; the signature is then an RS256 one. */
const withIssuer =
  ({ privateKey }: SigningKey): Signer =>
  async (input, algorithm) =>
    signWith(privateKey, rsaAlgorithm(algorithm), input)

/** A key outside every set: RSA, or of the curve that the header names. */
const withNobodysKey: Signer = async (input, algorithm) => {
  const curve = ecCurves[String(algorithm)]
  return signWith(await nobodysKey(curve), curve ? String(algorithm) : rsaAlgorithm(algorithm), input)
}

const withSecret =
  (secret: string | Buffer): Signer =>
  async (input, algorithm) => {
    const bits = /^HS(256|384|512)$/.exec(String(algorithm))?.[1] ?? '256'
    return createHmac(`sha${bits}`, secret).update(input).digest()
  }
