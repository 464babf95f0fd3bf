import { createHmac } from 'node:crypto'
import { defineFault } from '../fault.ts'
import { authenticate } from '../parts/authenticate.ts'
import { refusals } from '../refusal.ts'
import type { IssuerKey } from '../token/keys.ts'
import { headerOf, parseClaims, type ReadSignedClaims, readSignedClaims, signingKeyOf } from '../token/signature.ts'

/** KI-AUT-005 and KI-AUT-006: the token itself says how it wants to be checked. */

export const payloadOf = (token: string) => parseClaims(Buffer.from(token.split('.')[1] ?? '', 'base64url'))

export const acceptsUnsigned: ReadSignedClaims = async (token, keys) =>
  headerOf(token).alg === 'none' ? payloadOf(token) : readSignedClaims(token, keys)

/** The ways in which a library may have got hold of the key that it takes for a shared secret. */
const secrets = {
  'spki-pem': { from: 'a PEM file', of: ({ key }) => key.export({ type: 'spki', format: 'pem' }) },
  'spki-pem-trimmed': {
    from: 'a PEM text in the settings, without its last line break',
    of: ({ key }) => key.export({ type: 'spki', format: 'pem' }).toString().trimEnd(),
  },
  'spki-der': { from: 'the DER of the key', of: ({ key }) => key.export({ type: 'spki', format: 'der' }) },
  jwk: { from: 'the JSON of the key set', of: ({ published }) => JSON.stringify(published) },
} as const satisfies Record<string, { readonly from: string; readonly of: (key: IssuerKey) => string | Buffer }>

const acceptsHmac =
  (secretOf: (key: IssuerKey) => string | Buffer): ReadSignedClaims =>
  async (token, keys) => {
    if (headerOf(token).alg !== 'HS256') return readSignedClaims(token, keys)
    const secret = secretOf(await signingKeyOf(token, keys))
    const [header, payload, signature] = token.split('.')
    const expected = createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url')
    if (signature !== expected) throw refusals.untrusted('the signature does not verify')
    return payloadOf(token)
  }

export const acceptsPemAsSecret = acceptsHmac(secrets['spki-pem'].of)

export const tokenSignatureFaults = [
  defineFault({
    id: 'accepts-unsigned-tokens',
    story: 'The library checks a token by the algorithm in its own header, and "none" is one of them.',
    violates: ['KI-AUT-005'],
    replaces: { authenticate: authenticate({ readClaims: acceptsUnsigned }) },
  }),
  ...Object.entries(secrets).map(([form, { from, of }]) =>
    defineFault({
      id: `accepts-public-key-as-secret-${form}`,
      story: `One function verifies every algorithm with one key, read from ${from}, and nobody limited the algorithms.`,
      violates: ['KI-AUT-006'],
      replaces: { authenticate: authenticate({ readClaims: acceptsHmac(of) }) },
    }),
  ),
]
