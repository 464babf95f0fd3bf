import { createPrivateKey, randomUUID, X509Certificate } from 'node:crypto'
import { connect } from 'node:net'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tellHandshakes } from './http/handshakes.ts'
import { type Caller, createCaller } from './http/testing/caller.ts'
import { createTraffic, type SeenExchange } from './http/traffic.ts'
import { formOf } from './maskinporten/grant/testing/desk.ts'
import { type Parties, startParties } from './parties.ts'
import { clientIds } from './registration.ts'

/** What the parties say of what reaches them. */

let parties: Parties
let caller: Caller
const told: SeenExchange[] = []
beforeAll(async () => {
  parties = await startParties({ follow: (exchange) => told.push(exchange) })
  caller = createCaller(parties.authority.rootPem)
})
afterAll(() => parties.close())

const lastSaid = () => told.at(-1)?.said
const brreg = 'iso6523-actorid-upis::0192:974760673'
const account = 'bdx-procid-dsop::urn:fdc:bits.no:2018:dsop:account:1.0'

/** A grant of Brønnøysundregistrene, signed with its enterprise certificate; `changes` makes it unlawful. */
async function ask(changes: Readonly<Record<string, unknown>> = {}) {
  const { consumer, maskinporten } = parties
  const iat = Math.floor(Date.now() / 1000)
  const claims = { iss: clientIds.consumer, aud: maskinporten.issuer, iat, exp: iat + 60, jti: randomUUID() }
  const grant = await new SignJWT({ ...claims, scope: 'bits:kontoinformasjon', resource: 'https://b/v2', ...changes })
    .setProtectedHeader({ alg: 'RS256', x5c: [new X509Certificate(consumer.certificatePem).raw.toString('base64')] })
    .sign(createPrivateKey(consumer.privateKeyPem))
  return caller.post(`${maskinporten.url}/token`, formOf(grant))
}

describe('Maskinporten says', () => {
  it('what it granted', async () => {
    const { status, text } = await ask()
    expect([status, JSON.parse(text).expires_in]).toEqual([200, 120])
    expect(lastSaid()).toBe('granted: bits:kontoinformasjon to 974760673 for 120 s')
  })

  it.each<readonly [string, Readonly<Record<string, unknown>>]>([
    ['refused, audience (MP-110)', { aud: 'https://elsewhere.example/' }],
    ['refused, client-unknown (MP-100)', { iss: 'nobody' }],
    [
      'refused, scope-not-registered (MP-200): Token request contains invalid scopes for client: nav:x',
      { scope: 'nav:x' },
    ],
    ['refused, assertion-invalid (MP-011)', { more: 1 }],
    ['refused, lifetime-too-long (MP-130)', { exp: Math.floor(Date.now() / 1000) + 500 }],
  ])('which rule is broken: %s', async (said, changes) => {
    await ask(changes)
    expect(lastSaid()).toContain(said)
  })

  it.each([
    ['/jwk', 'key set of 1'],
    ['/.well-known/oauth-authorization-server', 'metadata'],
    ['/.well-known/openid-configuration', 'not OpenID Connect'],
    ['/jwks', 'the keys are at /jwk'],
    ['/else', 'there is nothing here'],
  ])('of %s: %s', async (path, said) => {
    await caller.get(parties.maskinporten.url + path)
    expect(lastSaid()).toContain(said)
  })
})

describe('CertPub says', () => {
  it.each([
    [brreg, 'right participant (KI-ENC-009)'],
    [encodeURIComponent(brreg), 'right participant (KI-ENC-009)'],
    [brreg.replace('974760673', '974761076'), 'another agency'],
    [brreg.replace('974760673', '999999999'), 'nobody has published as iso6523-actorid-upis::0192:999999999'],
    ['974760673', 'no participant identifier'],
  ])('of a lookup of %s: %s', async (participant, said) => {
    await caller.get(`${parties.certpub.locatorUrl}/lookup/v2/${participant}`)
    expect(lastSaid()).toContain(said)
  })

  it.each([
    [`${brreg}/${account}`, 'right participant and right process (KI-ENC-009)'],
    [`${brreg}/${account}/REQUEST`, 'with the role REQUEST, which is to be left out'],
    [`${brreg}/${account.replace('account', 'other')}`, 'another process: expected bdx-procid-dsop::'],
    [brreg, 'no process asked for'],
    [`${brreg.replace('974760673', '974761076')}/${account}`, 'another participant than Brønnøysundregistrene'],
  ])('of a publication %s: %s', async (path, said) => {
    await caller.get(`${parties.certpub.publisherUrl}/api/v1/${path}`)
    expect(lastSaid()).toContain(said)
  })

  it('that the addresses were joined with two slashes', async () => {
    await caller.get(`${parties.certpub.publisherUrl}//api/v1/${brreg}/${account}`)
    expect(lastSaid()).toContain('a slash too many')
  })
})

describe('whoever finds no TLS connection', () => {
  it('because it speaks plain HTTP is told of, and is no request that a run could observe', async () => {
    const { port } = new URL(parties.certpub.locatorUrl)
    const socket = connect(Number(port), '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\n\r\n'))
    socket.resume()
    await new Promise((resolve) => socket.once('close', resolve))
    expect(told.at(-1)).toMatchObject({ party: 'certpub', method: 'TLS', said: 'no TLS: this port speaks https' })
    expect(JSON.stringify(parties.certpub.seen(0))).not.toContain('"TLS"')
  })

  it.each([
    ['ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', 'does not trust our certificate'],
    ['ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN', 'does not trust our certificate'],
    ['ERR_SSL_UNSUPPORTED_PROTOCOL', 'older than 1.2'],
    ['ERR_SSL_NO_SHARED_CIPHER', 'no cipher'],
    ['ECONNRESET', 'hung up'],
    ['ERR_SSL_SOMETHING', 'no TLS connection: ERR_SSL_SOMETHING'],
  ])('because of %s is told that %s', (code, said) => {
    const heard: SeenExchange[] = []
    tellHandshakes(
      createTraffic(1, (exchange) => heard.push(exchange)),
      'maskinporten',
    )(code)
    expect(heard).toMatchObject([{ party: 'maskinporten', status: 0, said: expect.stringContaining(said) }])
  })
})
