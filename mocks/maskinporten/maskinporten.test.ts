import { createLocalJWKSet, createRemoteJWKSet, customFetch, jwtVerify } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PortTaken } from '../http/listen.ts'
import { type Caller, createCaller } from '../http/testing/caller.ts'
import { type Authority, createAuthority, type TlsIdentity } from '../pki/authority.ts'
import { type Maskinporten, startMaskinporten } from './maskinporten.ts'

const audience = 'https://bank.example/dsop/v2'

let authority: Authority
let identity: TlsIdentity
let party: Maskinporten
let caller: Caller
beforeAll(async () => {
  authority = await createAuthority()
  identity = await authority.server(['127.0.0.1'])
  party = await startMaskinporten({ identity })
  caller = createCaller(authority.rootPem)
})
beforeEach(() => {
  party.outage(false)
  party.cacheControl(null)
})
afterAll(async () => {
  await party.close()
})

const json = async (url: string) => JSON.parse((await caller.get(url)).text)

/** A key set that fetches over the party's own TLS socket. */
const remoteKeys = () =>
  createRemoteJWKSet(new URL(`${party.url}/jwk`), {
    [customFetch]: async (url) => new Response((await caller.get(url)).text),
  })

describe('the metadata', () => {
  it('has exactly the members of the real one', async () => {
    expect(await json(party.metadataUrl)).toEqual({
      issuer: `${party.url}/`,
      token_endpoint: `${party.url}/token`,
      jwks_uri: `${party.url}/jwk`,
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
      grant_types_supported: ['urn:ietf:params:oauth:grant-type:jwt-bearer'],
      token_endpoint_auth_signing_alg_values_supported: ['RS256', 'RS384', 'RS512'],
      authorization_details_types_supported: ['urn:altinn:systemuser', 'urn:altinn:consent'],
    })
  })

  it('names another issuer, and endpoints where they can be reached, when told so', async () => {
    const issuer = 'https://test.sky.maskinporten.no'
    const other = await startMaskinporten({ identity, issuer })
    expect(await json(other.metadataUrl)).toMatchObject({ issuer, jwks_uri: `${issuer}/jwk` })
    await other.close()
    const here = await startMaskinporten({ identity, issuer, endpoints: party.url })
    expect(await json(here.metadataUrl)).toMatchObject({ issuer, jwks_uri: `${party.url}/jwk` })
    await here.close()
  })
})

describe('the key set', () => {
  it('holds RSA keys of 2048 bits whose kid is their thumbprint, without alg', async () => {
    const { keys } = await json(`${party.url}/jwk`)
    expect(keys).toHaveLength(1)
    expect(Object.keys(keys[0]).sort()).toEqual(['e', 'kid', 'kty', 'n', 'use'])
    expect(keys[0]).toMatchObject({ kty: 'RSA', use: 'sig', kid: party.signingKid() })
    expect(keys[0].kid).toMatch(/^[\w-]{43}$/)
    expect(Buffer.from(keys[0].n, 'base64url')).toHaveLength(256)
  })

  it('shows alg, and larger keys, when told so', async () => {
    const other = await startMaskinporten({ identity, keys: { showAlgorithm: true, modulusLength: 3072 } })
    const { keys } = await json(`${other.url}/jwk`)
    expect(keys[0].alg).toBe('RS256')
    expect(Buffer.from(keys[0].n, 'base64url')).toHaveLength(384)
    await other.close()
  })

  it('serves a strict verifier that fetches it', async () => {
    const { payload, protectedHeader } = await jwtVerify(await party.mint({}, { audience }), remoteKeys(), {
      issuer: party.issuer,
      audience,
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'iat', 'scope', 'consumer', 'jti'],
      maxTokenAge: 120,
      clockTolerance: 5,
    })
    expect(protectedHeader).toEqual({ kid: party.signingKid(), alg: 'RS256' })
    expect(payload).toMatchObject({
      token_type: 'Bearer',
      client_amr: 'virksomhetssertifikat',
      scope: 'bits:kontoinformasjon',
      consumer: { authority: 'iso6523-actorid-upis', ID: '0192:974760673' },
    })
    expect(Number(payload.exp) - Number(payload.iat)).toBe(120)
  })

  it('rotates: published beforehand, then signing, then the old one withdrawn', async () => {
    const kids = async () => (await json(`${party.url}/jwk`)).keys.map(({ kid }: { kid: string }) => kid)
    const old = party.signingKid()
    const oldToken = await party.mint({}, { audience })
    const next = await party.publishNext()
    expect(await party.publishNext()).toBe(next)
    expect(await kids()).toEqual([old, next])
    expect(party.signingKid()).toBe(old)
    expect(await party.rotate()).toBe(next)
    expect(party.signingKid()).toBe(next)
    await expect(jwtVerify(oldToken, remoteKeys())).resolves.toBeDefined()
    await expect(jwtVerify(await party.mint({}, { audience }), remoteKeys())).resolves.toBeDefined()
    party.withdraw(old)
    expect(await kids()).toEqual([next])
    await expect(jwtVerify(oldToken, remoteKeys())).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' })
    expect(() => party.withdraw(old)).toThrow(/published are/)
  })

  it('publishes at once when it rotates unannounced', async () => {
    const kid = await party.rotate()
    const set = createLocalJWKSet(await json(`${party.url}/jwk`))
    const { protectedHeader } = await jwtVerify(await party.mint({}, { audience }), set)
    expect(protectedHeader.kid).toBe(kid)
  })
})

describe('the controls', () => {
  it('turn an outage on and off', async () => {
    party.outage(true)
    for (const path of ['/jwk', '/.well-known/oauth-authorization-server', '/token']) {
      expect(await caller.get(`${party.url}${path}`)).toMatchObject({ status: 503 })
    }
    party.outage(true, 500)
    expect(await caller.get(`${party.url}/jwk`)).toMatchObject({ status: 500 })
    party.outage(false)
    expect(await caller.get(`${party.url}/jwk`)).toMatchObject({ status: 200 })
  })

  it('can fall silent instead of answering', async () => {
    const other = await startMaskinporten({ identity })
    other.outage(true, 'silence')
    const asked = caller.get(other.metadataUrl).then(
      () => 'answered',
      () => 'cut off',
    )
    await other.close()
    expect(await asked).toBe('cut off')
    expect(other.fetches()).toEqual({ metadata: 0, keys: 0 })
  })

  it('set Cache-Control, and count what was given out', async () => {
    const before = party.fetches()
    expect((await caller.get(`${party.url}/jwk`)).headers['cache-control']).toBeUndefined()
    party.cacheControl(86_400)
    expect((await caller.get(`${party.url}/jwk`)).headers['cache-control']).toBe('max-age=86400')
    expect((await caller.get(party.metadataUrl)).headers['cache-control']).toBe('max-age=86400')
    expect(party.fetches()).toEqual({ keys: before.keys + 2, metadata: before.metadata + 1 })
  })

  it('tell what was seen', async () => {
    const { cursor } = party.seen(0)
    await caller.get(`${party.url}/jwk?x=1`)
    await caller.get(`${party.url}/nothing`)
    expect(party.seen(cursor).seen.map(({ path, status }) => [path, status])).toEqual([
      ['/jwk?x=1', 200],
      ['/nothing', 404],
    ])
  })

  it('keep the clock they are given, in tokens and in the Date header', async () => {
    const other = await startMaskinporten({ identity, now: () => 1_700_000_000_500 })
    const token = await other.mint({ issued: -10, expires: 30 }, { audience })
    expect(claimsOf(token)).toMatchObject({ iat: 1_699_999_990, exp: 1_700_000_030 })
    expect((await caller.get(other.metadataUrl)).headers.date).toBe('Tue, 14 Nov 2023 22:13:20 GMT')
    await other.close()
  })
})

describe('starting', () => {
  it('names the party when its port is taken', async () => {
    const port = Number(new URL(party.url).port)
    await expect(startMaskinporten({ identity, port })).rejects.toThrow(PortTaken)
    await expect(startMaskinporten({ identity, port })).rejects.toThrow(/^Maskinporten/)
  })

  it('refuses two clients of one name, and a root that is none', async () => {
    const client = { clientId: 'a', organisationNumber: '974760673', signs: 'with-certificate', scopes: [] } as const
    await expect(startMaskinporten({ identity, clients: [client, client] })).rejects.toThrow(/"a" is registered twice/)
    await expect(startMaskinporten({ identity, trustedRoots: ['x'] })).rejects.toThrow(/PEM/)
  })
})

const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
