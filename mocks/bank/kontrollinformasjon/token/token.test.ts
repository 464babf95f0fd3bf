import { describe, expect, it } from 'vitest'
import type { TokenRecipe } from '../../../../contracts/control/protocol.ts'
import { day, listPath, sceneOfTests } from '../testing/scene.ts'
import { createIssuerKeys, KeysUnavailable } from './keys.ts'

const { scene, bank } = sceneOfTests()

const ask = (token: TokenRecipe | string | null, headers: Record<string, string | null> = {}) =>
  scene().ask(bank().baseUrl, { path: listPath(day), token, headers })
const consumer = (ID: unknown, authority: unknown = 'iso6523-actorid-upis') => ({ authority, ID })

/** Rows of maskinporten.md section 6, with what a conformant bank answers. */
const rows: readonly [string, TokenRecipe, number][] = [
  ['TD-020 unsigned', { header: { alg: 'none' }, signature: 'none' }, 401],
  ['TD-021 unsigned, other case', { header: { alg: 'nOnE' }, signature: 'none' }, 401],
  ['TD-022 signature removed', { signature: 'none' }, 401],
  ['TD-025 HMAC with PEM', { signature: 'hmac-spki-pem' }, 401],
  ['TD-025 HMAC with trimmed PEM', { signature: 'hmac-spki-pem-trimmed' }, 401],
  ['TD-026 HMAC with DER', { signature: 'hmac-spki-der' }, 401],
  ['TD-026 HMAC with JWK', { signature: 'hmac-jwk' }, 401],
  ['TD-027 other key, right kid', { signature: 'unknown-key' }, 401],
  ['TD-028 other key, unknown kid', { signature: 'unknown-key', header: { kid: 'nobody' } }, 401],
  ['TD-029 right key, unknown kid', { header: { kid: 'nobody' } }, 401],
  ['TD-030 no kid', { header: { kid: null } }, 401],
  ['TD-035 crit', { header: { crit: ['foo'], foo: 1 } }, 401],
  ['TD-036 b64', { header: { crit: ['b64'], b64: false } }, 401],
  ['TD-038 RS512', { header: { alg: 'RS512' } }, 200],
  ['TD-038 RS384', { header: { alg: 'RS384' } }, 200],
  ['TD-042 PS256', { header: { alg: 'PS256' } }, 401],
  ['TD-060 expired', { issued: -180, expires: -60 }, 401],
  ['TD-061 expired 5 s ago', { issued: -125, expires: -5 }, 401],
  ['TD-063 nbf', { claims: { nbf: 4_000_000_000 } }, 401],
  ['TD-064 iat ahead', { issued: 600, expires: 720 }, 401],
  ['TD-065 no exp', { claims: { exp: null } }, 401],
  ['TD-066 exp as text', { claims: { exp: '4000000000' } }, 401],
  ['TD-066 exp negative', { claims: { exp: -1 } }, 401],
  ['TD-068 no iat', { claims: { iat: null } }, 401],
  ['TD-069 an hour', { expires: 3600 }, 200],
  ['TD-070 a year', { expires: 31_536_000 }, 401],
  ['TD-074 far exp', { claims: { exp: 1e12 } }, 401],
  ['TD-072 bank is behind', { issued: 25, expires: 145 }, 200],
  ['TD-080 other issuer', { claims: { iss: 'https://test.maskinporten.no/' } }, 401],
  ['TD-082 no issuer', { claims: { iss: null } }, 401],
  ['TD-084 other bank', { claims: { aud: 'https://other.example/v2' } }, 401],
  ['TD-086 no audience', { claims: { aud: null } }, 401],
  ['TD-087 array with ours', { claims: { aud: ['https://other.example/v2', '{audience}'] } }, 200],
  ['TD-088 array without ours', { claims: { aud: ['https://other.example/v2'] } }, 401],
  ['TD-090 slash', { claims: { aud: '{audience}/' } }, 401],
  ['TD-091 suffix', { claims: { aud: '{audience}x' } }, 401],
  ['TD-100 other scope', { claims: { scope: 'bits:kundeforhold' } }, 403],
  ['TD-102 longer scope', { claims: { scope: 'bits:kontoinformasjon.oed' } }, 403],
  ['TD-102 prefixed scope', { claims: { scope: 'xbits:kontoinformasjon' } }, 403],
  ['TD-103 scope in capitals', { claims: { scope: 'BITS:KONTOINFORMASJON' } }, 403],
  ['TD-104 no scope', { claims: { scope: null } }, 403],
  ['TD-105 scope a number', { claims: { scope: 1 } }, 403],
  ['TD-106 several scopes', { claims: { scope: 'bits:kundeforhold bits:kontoinformasjon' } }, 200],
  ['TD-107 scope an array', { claims: { scope: ['bits:kontoinformasjon'] } }, 403],
  ['TD-110 other agency', { claims: { consumer: consumer('0192:974761076') } }, 403],
  ['TD-112 no consumer', { claims: { consumer: null } }, 401],
  ['TD-113 consumer a text', { claims: { consumer: '0192:974760673' } }, 401],
  ['TD-113 consumer an array', { claims: { consumer: [consumer('0192:974760673')] } }, 401],
  ['TD-113 consumer ID null', { claims: { consumer: consumer(null) } }, 401],
  ['TD-114 bare number', { claims: { consumer: consumer('974760673') } }, 403],
  ['TD-115 other authority', { claims: { consumer: consumer('0192:974760673', 'x') } }, 403],
  ['TD-116 sub-entity', { claims: { consumer: consumer('0192:974760673:ER//1:1') } }, 403],
  [
    'TD-117 supplier only',
    { claims: { consumer: consumer('0192:974761076'), supplier: consumer('0192:974760673') } },
    403,
  ],
  ['TD-118 with a supplier', { claims: { supplier: consumer('0192:991825827') } }, 200],
  ['TD-120 client_orgno', { claims: { client_orgno: '974760673', consumer: consumer('0192:974761076') } }, 403],
  ['TD-121 no client_id', { claims: { client_id: null } }, 200],
  ['TD-130 more claims', { claims: { extra: { deep: true } } }, 200],
  ['TD-132 token type', { claims: { token_type: 'MAC' } }, 401],
]

describe('tokens', () => {
  it.each(rows)('%s', async (_, recipe, status) => {
    const { status: seen, body } = await ask(recipe)
    expect(seen).toBe(status)
    expect(body.code).toBe({ 200: undefined, 401: 'ACC-010', 403: 'ACC-011' }[status])
  })

  it('are asked for, with the scheme', async () => {
    const none = await ask(null)
    expect([none.status, none.body.code, none.headers['www-authenticate']]).toEqual([401, 'ACC-010', 'Bearer'])
    const wrong = await ask({ signature: 'unknown-key' })
    expect(wrong.headers['www-authenticate']).toMatch(/^Bearer error="invalid_token"$/)
  })

  it.each([
    'Basic eDp5',
    'Bearer',
    'Bearer ',
    'Bearer x',
    'Bearer x.y',
    'Bearer a.b.c.d.e',
    'Bearer e30.e30.e30',
    'Bearer %',
    'x',
  ])('are not %j', async (value) => expect((await ask(null, { Authorization: value })).status).toBe(401))

  it('may be altered by nobody', async () => {
    const token = await scene().parties.maskinporten.mint({}, { audience: bank().baseUrl })
    const [header, payload, signature] = token.split('.') as [string, string, string]
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
    const changed = Buffer.from(JSON.stringify({ ...claims, jti: 'other' })).toString('base64url')
    const flipped = signature.slice(0, 50) + (signature[50] === 'A' ? 'B' : 'A') + signature.slice(51)
    for (const text of [
      `${header}.${changed}.${signature}`,
      `${header}.${payload}.${flipped}`,
      `${header}.${payload}`,
      token.slice(0, -40),
    ]) {
      expect((await ask(text)).status).toBe(401)
    }
    expect((await ask(null, { Authorization: `bearer ${token}` })).status).toBe(200)
    expect((await ask(null, { Authorization: `Bearer  ${token}` })).status).toBe(401)
    const inQuery = await scene().ask(bank().baseUrl, { path: `${listPath(day)}&access_token=${token}`, token: null })
    expect(inQuery.status).toBe(401)
  })

  it('are judged before what the caller asks, and used as often as the caller likes', async () => {
    const bad = { PartyID: 'x', 'Legal-Mandate': null }
    expect((await ask(null, bad)).status).toBe(401)
    const token = await scene().parties.maskinporten.mint({}, { audience: bank().baseUrl })
    for (let time = 0; time < 3; time += 1) expect((await ask(token)).status).toBe(200)
  })

  it('are checked with keys that are fetched once', async () => {
    const before = scene().parties.maskinporten.fetches()
    await ask({})
    await ask({})
    expect(scene().parties.maskinporten.fetches()).toEqual(before)
    scene().parties.maskinporten.outage(true)
    expect((await ask({})).status).toBe(200)
    bank().forget()
    const cold = await ask({})
    expect([cold.status, cold.body.code]).toEqual([500, 'ACC-100'])
    scene().parties.maskinporten.outage(false)
    expect((await ask({})).status).toBe(200)
  })
})

describe('the keys of the issuer', () => {
  const jwk = { kty: 'RSA', kid: 'one', use: 'sig', n: Buffer.alloc(256, 0xc5).toString('base64url'), e: 'AQAB' }
  const issuer = () => {
    let clock = 0
    const asked: string[] = []
    const set = {
      keys: [jwk, { kty: 'EC', kid: 'ec' }, { kty: 'RSA', kid: 'enc', use: 'enc' }, null] as unknown[],
      status: 200,
    }
    const keys = createIssuerKeys({
      metadataUrl: 'https://issuer/metadata',
      issuer: null,
      now: () => clock,
      outgoing: {
        get: async (url) => {
          asked.push(url)
          const body = url.endsWith('metadata')
            ? { issuer: 'https://issuer/', jwks_uri: 'https://issuer/jwk' }
            : { keys: set.keys }
          return { status: set.status, text: JSON.stringify(body) }
        },
      },
    })
    return {
      keys,
      set,
      asked,
      wait: (seconds: number) => {
        clock += seconds * 1000
      },
    }
  }

  it('are asked for again for an unknown kid, at most every 30 seconds', async () => {
    const { keys, asked, set, wait } = issuer()
    expect(await keys.find('one')).not.toBeNull()
    expect(await keys.find('ec')).toBeNull()
    for (let time = 0; time < 100; time += 1) await keys.find(`random ${time}`)
    expect(asked).toHaveLength(2)
    wait(30)
    set.keys = [{ ...jwk, kid: 'two' }]
    expect(await keys.find('two')).not.toBeNull()
    expect(await keys.find('one')).toBeNull()
    expect(asked).toHaveLength(4)
  })

  it('are kept while the set is broken, empty or away', async () => {
    const { keys, set, wait } = issuer()
    await keys.find('one')
    for (const broken of [{ keys: [] }, { status: 503 }]) {
      Object.assign(set, broken)
      wait(100_000)
      expect(await keys.find('one')).not.toBeNull()
      expect(await keys.find('other')).toBeNull()
    }
  })

  it('are unavailable at first, and asked for at once afterwards', async () => {
    const { keys, set } = issuer()
    set.status = 503
    await expect(keys.find('one')).rejects.toThrow(KeysUnavailable)
    set.status = 200
    expect(await keys.find('one')).not.toBeNull()
    expect(await keys.issuer()).toBe('https://issuer/')
  })
})
