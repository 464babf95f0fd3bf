import { createPublicKey, type JsonWebKey, type KeyObject, verify, X509Certificate } from 'node:crypto'
import { defineFault } from '../fault.ts'
import { authenticate } from '../parts/authenticate.ts'
import type { IssuerKeys } from '../token/keys.ts'
import { headerOf, type ReadSignedClaims, readSignedClaims, signingKeyOf } from '../token/signature.ts'
import { payloadOf } from './token-signatures.ts'

/** KI-AUT-003 and KI-AUT-004: whether the signature is checked, and with whose key. */

const isRsa = (token: string) => /^RS\d+$/.test(String(headerOf(token).alg))

/** The kid is looked up, and what comes of it is never used. */
export const ignoresSignature: ReadSignedClaims = async (token, keys) => {
  if (!isRsa(token)) return readSignedClaims(token, keys)
  await signingKeyOf(token, keys)
  return payloadOf(token)
}

const verifies = (token: string, key: KeyObject): boolean => {
  const [header, payload, signature = ''] = token.split('.')
  return verify('sha256', Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url'))
}

/** The key that the token brings along, where it brings one. */
type BroughtAlong = (header: Readonly<Record<string, unknown>>) => KeyObject | null

const embedded: Readonly<Record<'jwk' | 'x5c', BroughtAlong>> = {
  jwk: ({ jwk }) => (jwk === undefined ? null : createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' })),
  x5c: ({ x5c }) => (Array.isArray(x5c) ? new X509Certificate(Buffer.from(String(x5c[0]), 'base64')).publicKey : null),
}

const trusting =
  (brought: BroughtAlong, isMet: (token: string, keys: IssuerKeys) => Promise<boolean>): ReadSignedClaims =>
  async (token, keys) => {
    const key = isRsa(token) ? brought(headerOf(token)) : null
    if (key !== null && (await isMet(token, keys)) && verifies(token, key)) return payloadOf(token)
    return readSignedClaims(token, keys)
  }

const always = async () => true
const kidIsUnknown = async (token: string, keys: IssuerKeys) => {
  const { kid } = headerOf(token)
  return typeof kid !== 'string' || (await keys.find(kid)) === null
}

export const trustsEmbeddedJwk = trusting(embedded.jwk, always)

/** RFC 7515 §4.1.2, taken at its word. */
const followsJku: typeof authenticate = () =>
  authenticate({
    issuerOf: async (token, { keys, outgoing }) => {
      const { jku } = headerOf(token)
      if (typeof jku !== 'string') return keys
      const { text } = await outgoing.get(jku)
      const { keys: members } = JSON.parse(text) as { keys: Readonly<Record<string, unknown>>[] }
      return {
        ...keys,
        find: async (kid) => {
          const published = members.find((member) => member.kid === kid)
          if (published === undefined) return null
          return { key: createPublicKey({ key: published as JsonWebKey, format: 'jwk' }), published }
        },
      }
    },
  })

/** A key that is not found is no reason to refuse, somebody thought: it could be a new one. */
const forgives =
  (isMet: (kid: unknown) => boolean): ReadSignedClaims =>
  async (token, keys) => {
    const { kid } = headerOf(token)
    const found = typeof kid === 'string' ? await keys.find(kid) : null
    return isRsa(token) && found === null && isMet(kid) ? payloadOf(token) : readSignedClaims(token, keys)
  }

const embeddedFaults = (['jwk', 'x5c'] as const).flatMap((member) => [
  defineFault({
    id: `trusts-embedded-${member}`,
    story: `The library takes the key from the ${member} of the token's own header before it looks at the key set.`,
    violates: ['KI-AUT-004'],
    replaces: { authenticate: authenticate({ readClaims: trusting(embedded[member], always) }) },
  }),
  defineFault({
    id: `trusts-embedded-${member}-for-unknown-kids`,
    story: `When the key set has no key of that kid, the ${member} in the header has to do.`,
    violates: ['KI-AUT-004'],
    replaces: { authenticate: authenticate({ readClaims: trusting(embedded[member], kidIsUnknown) }) },
  }),
])

export const tokenKeyFaults = [
  defineFault({
    id: 'ignores-signatures',
    story: 'The token is decoded with the function beside the one that verifies.',
    violates: ['KI-AUT-003', 'KI-AUT-004', 'KI-AUT-005'],
    replaces: { authenticate: authenticate({ readClaims: ignoresSignature }) },
  }),
  ...embeddedFaults,
  defineFault({
    id: 'follows-jku',
    story: 'The library fetches the keys from the address that the token names.',
    violates: ['KI-AUT-004'],
    replaces: { authenticate: followsJku() },
  }),
  defineFault({
    id: 'lets-unknown-kids-pass',
    story: 'During a rotation tokens were refused, and since then one with an unknown kid is let through unchecked.',
    violates: ['KI-AUT-004'],
    replaces: { authenticate: authenticate({ readClaims: forgives((kid) => kid !== undefined) }) },
  }),
  defineFault({
    id: 'lets-tokens-without-kid-pass',
    story: 'Without a kid there is no key to look up, and the check ends before the signature.',
    violates: ['KI-AUT-004'],
    replaces: { authenticate: authenticate({ readClaims: forgives((kid) => kid === undefined) }) },
  }),
]
