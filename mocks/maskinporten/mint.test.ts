import { createHmac } from 'node:crypto'
import { createLocalJWKSet, importJWK, importX509, type JWK, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { type TokenRecipe, type TokenSignature, tokenSignatures } from '../../contracts/control/protocol.ts'
import { createKeyStore, type KeyStore } from './keys.ts'
import { mintToken } from './mint.ts'

const issuer = 'https://test.maskinporten.no/'
const audience = 'https://bank.example/dsop/v2/$&'

let keys: KeyStore
let set: JWTVerifyGetKey
beforeAll(async () => {
  keys = await createKeyStore()
  set = createLocalJWKSet({ keys: [...keys.published()] })
})

const mint = (recipe: TokenRecipe) => mintToken(recipe, { issuer, audience, key: keys.current(), now: Date.now() })

const strictly = (token: string) =>
  jwtVerify(token, set, {
    issuer,
    audience,
    algorithms: ['RS256', 'RS384', 'RS512'],
    requiredClaims: ['exp', 'iat', 'scope', 'consumer', 'jti'],
    maxTokenAge: 120,
    clockTolerance: 5,
  })

const part = (token: string, index: number) =>
  JSON.parse(Buffer.from(token.split('.')[index] ?? '', 'base64url').toString())

describe('a lawful token', () => {
  it('is accepted, has the documented claims and no others', async () => {
    const { payload } = await strictly(await mint({}))
    expect(Object.keys(payload).sort()).toEqual(
      ['aud', 'client_amr', 'client_id', 'consumer', 'exp', 'iat', 'iss', 'jti', 'scope', 'token_type'].sort(),
    )
    expect(payload.jti).toMatch(/^[\w-]{43}$/)
  })

  it.each(['RS384', 'RS512'])('is accepted with %s by the same key', async (alg) => {
    await expect(strictly(await mint({ header: { alg } }))).resolves.toBeDefined()
  })
})

describe('a recipe', () => {
  it('sets and leaves out header members', async () => {
    const token = await mint({ header: { kid: null, typ: 'JWT', crit: ['foo'] } })
    expect(part(token, 0)).toEqual({ alg: 'RS256', typ: 'JWT', crit: ['foo'] })
  })

  it('sets and leaves out claims, and puts the audience into texts at any depth', async () => {
    const token = await mint({
      claims: {
        aud: ['https://other', '{audience}'],
        a: { b: ['{audience}/x {audience}'] },
        jti: null,
        exp: '9',
        n: 1,
      },
    })
    const claims = part(token, 1)
    expect(claims).toMatchObject({
      aud: ['https://other', audience],
      a: { b: [`${audience}/x ${audience}`] },
      exp: '9',
      n: 1,
    })
    expect(claims).not.toHaveProperty('jti')
  })

  it('puts the trusted issuer and the address of its own key set where they are named', async () => {
    const token = await mintToken(
      { claims: { iss: '{issuer}', a: '{unknown}' }, header: { jku: '{keys}' }, altered: { aud: '{audience}/x' } },
      { issuer: 'https://other/', trusted: issuer, audience, key: keys.current(), now: Date.now() },
    )
    expect(part(token, 0).jku).toBe('https://other/jwk')
    expect(part(token, 1)).toMatchObject({ iss: issuer, a: '{unknown}', aud: `${audience}/x` })
  })

  it('moves the times', async () => {
    const second = Math.floor(Date.now() / 1000)
    const { iat, exp } = part(await mint({ issued: -300, expires: -180 }), 1)
    expect(exp - iat).toBe(120)
    expect(Math.abs(second - 300 - iat)).toBeLessThanOrEqual(5)
  })
})

/** Recipe, and why the reference verifier refuses it. */
const defects: Readonly<Record<string, readonly [TokenRecipe, object]>> = {
  'another key under the right kid': [{ signature: 'unknown-key' }, { code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' }],
  'another key under an unknown kid': [
    { signature: 'unknown-key', header: { kid: 'x' } },
    { code: 'ERR_JWKS_NO_MATCHING_KEY' },
  ],
  'a key that the header brings along': [
    { signature: 'unknown-key-jwk' },
    { code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' },
  ],
  'a certificate that the header brings along': [
    { signature: 'unknown-key-x5c', header: { kid: null } },
    { code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' },
  ],
  'a claim changed after signing': [
    { altered: { client_id: 'another' } },
    { code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' },
  ],
  'ES256 of nobody': [{ signature: 'unknown-key', header: { alg: 'ES256' } }, { code: 'ERR_JOSE_ALG_NOT_ALLOWED' }],
  'PS256 by the right key': [{ header: { alg: 'PS256' } }, { code: 'ERR_JOSE_ALG_NOT_ALLOWED' }],
  'signature removed': [{ signature: 'none' }, { code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' }],
  'alg none': [{ signature: 'none', header: { alg: 'none' } }, { code: 'ERR_JOSE_ALG_NOT_ALLOWED' }],
  'alg nOnE': [{ signature: 'none', header: { alg: 'nOnE' } }, { code: 'ERR_JOSE_ALG_NOT_ALLOWED' }],
  'HMAC with the PEM': [{ signature: 'hmac-spki-pem' }, { code: 'ERR_JOSE_ALG_NOT_ALLOWED' }],
  'HMAC with the trimmed PEM': [{ signature: 'hmac-spki-pem-trimmed' }, { code: 'ERR_JOSE_ALG_NOT_ALLOWED' }],
  'HMAC with the DER': [{ signature: 'hmac-spki-der' }, { code: 'ERR_JOSE_ALG_NOT_ALLOWED' }],
  'HMAC with the JWK': [{ signature: 'hmac-jwk' }, { code: 'ERR_JOSE_ALG_NOT_ALLOWED' }],
  'unknown crit': [{ header: { crit: ['foo'], foo: 1 } }, { code: 'ERR_JOSE_NOT_SUPPORTED' }],
  expired: [
    { issued: -300, expires: -180 },
    { code: 'ERR_JWT_EXPIRED', claim: 'exp' },
  ],
  'not yet valid': [{ claims: { nbf: 4_000_000_000 } }, { claim: 'nbf', reason: 'check_failed' }],
  'issued ahead': [
    { issued: 600, expires: 720 },
    { claim: 'iat', reason: 'check_failed' },
  ],
  'no exp': [{ claims: { exp: null } }, { claim: 'exp', reason: 'missing' }],
  'exp as text': [{ claims: { exp: '4000000000' } }, { claim: 'exp', reason: 'invalid' }],
  'other issuer': [{ claims: { iss: 'https://maskinporten.no/' } }, { claim: 'iss', reason: 'check_failed' }],
  'other audience': [{ claims: { aud: '{audience}/v1' } }, { claim: 'aud', reason: 'check_failed' }],
  'no audience': [{ claims: { aud: null } }, { claim: 'aud', reason: 'missing' }],
  'no consumer': [{ claims: { consumer: null } }, { claim: 'consumer', reason: 'missing' }],
}

describe('a defective token', () => {
  it.each(Object.entries(defects))('is refused: %s', async (_name, [recipe, reason]) => {
    const token = await mint(recipe)
    await expect(strictly(token)).rejects.toMatchObject(reason)
  })

  it('exists for every signature', () => {
    const tried = new Set(Object.values(defects).map(([{ signature = 'issuer' }]) => signature))
    expect([...tried].sort()).toEqual([...tokenSignatures].sort())
  })
})

/** What each secret is, so that a verifier which confuses the kinds of key would indeed accept the token. */
const secrets: Partial<Record<TokenSignature, () => string | Buffer>> = {
  'hmac-spki-pem': () => keys.current().publicKey.export({ type: 'spki', format: 'pem' }),
  'hmac-spki-pem-trimmed': () => keys.current().publicKey.export({ type: 'spki', format: 'pem' }).toString().trimEnd(),
  'hmac-spki-der': () => keys.current().publicKey.export({ type: 'spki', format: 'der' }),
  'hmac-jwk': () => JSON.stringify(keys.published()[0]),
}

describe('a key that the header brings along', () => {
  const importing = {
    jwk: ({ jwk }: { jwk: JWK }) => importJWK(jwk, 'RS256'),
    x5c: ({ x5c }: { x5c: readonly string[] }) =>
      importX509(`-----BEGIN CERTIFICATE-----\n${x5c[0]}\n-----END CERTIFICATE-----`, 'RS256'),
  }

  it.each(['jwk', 'x5c'] as const)('%s would pass at a verifier that takes the word of the header', async (name) => {
    const token = await mint({ signature: `unknown-key-${name}` })
    await expect(jwtVerify(token, await importing[name](part(token, 0)))).resolves.toBeDefined()
  })
})

describe('key confusion', () => {
  it.each(Object.entries(secrets))(
    '%s would pass at a verifier that takes public text for a secret',
    async (name, secret) => {
      const [header, payload, signature] = (await mint({ signature: name as TokenSignature })).split('.')
      expect(part(`${header}`, 0).alg).toBe('HS256')
      expect(createHmac('sha256', secret()).update(`${header}.${payload}`).digest('base64url')).toBe(signature)
    },
  )

  it('PS256 and RS256 differ in the signature, not only in the header', async () => {
    const token = await mint({ header: { alg: 'PS256' } })
    await expect(jwtVerify(token, set, { algorithms: ['PS256'] })).resolves.toBeDefined()
  })
})
