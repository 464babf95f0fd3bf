import { once } from 'node:events'
import { connect, type TLSSocket } from 'node:tls'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createAuthority } from '../pki/authority.ts'
import { clientCertificate } from '../pki/client.ts'
import type { Presentation } from '../tls/presentations.ts'
import { type Alone, type Identity, organisationNumber, startAlone } from './testing/alone.ts'

let alone: Alone
let own: Identity
beforeAll(async () => {
  alone = await startAlone({ brreg: { admitted: [organisationNumber, '974760673'] } })
  own = await clientCertificate(alone.parties.authority, { organisationNumber, name: 'X' })
})
afterEach(() => alone.control.calm({}))
afterAll(() => alone.close())

const day = 86_400_000
const ago = (days: number) => new Date(Date.now() - days * day)

async function askedWith(identity: Identity | null) {
  await alone.seen()
  const answer = await alone.call(`${alone.parties.brreg.url}/`, { identity }).catch(() => null)
  const seen = await alone.seen()
  return { status: answer?.status ?? null, seen: seen[0], tls: seen[0]?.brreg?.tls }
}

describe('who calls', () => {
  it.each(['serialNumber', 'organizationIdentifier'] as const)('is told by the number in %s', async (numberIn) => {
    const identity = await clientCertificate(alone.parties.authority, {
      organisationNumber: '974760673',
      name: 'X',
      numberIn,
    })
    const { status, tls } = await askedWith(identity)
    expect([status, tls?.certificate?.organisationNumber, tls?.certificate?.trusted]).toEqual([200, '974760673', true])
  })

  it('is refused with another organisation than those that are admitted', async () => {
    const identity = await clientCertificate(alone.parties.authority, { organisationNumber: '889640782', name: 'X' })
    expect(await askedWith(identity)).toMatchObject({ status: 403, tls: { certificate: { trusted: true } } })
  })

  it('is refused with a certificate that has expired', async () => {
    const dates = { notBefore: ago(30), notAfter: ago(1) }
    const identity = await clientCertificate(alone.parties.authority, { organisationNumber, name: 'X', ...dates })
    const { status, tls } = await askedWith(identity)
    expect([status, tls?.certificate?.trusted, tls?.certificate?.organisationNumber]).toEqual([
      403,
      false,
      organisationNumber,
    ])
    expect(Date.parse(tls?.certificate?.notAfter ?? '')).toBeLessThan(Date.now())
  })

  it('is refused with a certificate of an issuer that nobody knows', async () => {
    const identity = await clientCertificate(await createAuthority(), { organisationNumber, name: 'X' })
    expect(await askedWith(identity)).toMatchObject({
      status: 403,
      tls: { certificate: { trusted: false, issuer: 'C=NO, O=Samsvar test, CN=Samsvar test root' } },
    })
  })

  it('is refused with the certificate of a web server', async () => {
    const { certificatePem, keyPem } = await alone.parties.authority.server(['bank.example'])
    const { status, tls } = await askedWith({ certificatePem, privateKeyPem: keyPem })
    expect([
      status,
      tls?.certificate?.trusted,
      tls?.certificate?.organisationNumber,
      tls?.certificate?.policies,
    ]).toEqual([403, false, null, []])
  })

  it('has no connection without a certificate, and that is seen', async () => {
    const { status, seen } = await askedWith(null)
    expect(status).toBe(null)
    expect(seen).toMatchObject({
      method: 'TLS',
      status: 0,
      brreg: { asked: 'handshake', tls: { protocol: 'TLSv1.3', certificate: null } },
    })
  })

  it('gets 403 without a certificate where that is the manner', async () => {
    const polite = await startAlone({ brreg: { manners: { withoutCertificate: '403' } } })
    expect((await polite.call(`${polite.parties.brreg.url}/`, { identity: null })).status).toBe(403)
    expect(await polite.seen()).toMatchObject([{ status: 403, brreg: { asked: 'root', tls: { certificate: null } } }])
    await polite.close()
  })
})

describe('what Brreg presents', () => {
  it.each([
    ['other-host', /altnames|ALTNAME/i],
    ['expired', /expired/i],
    ['unknown-issuer', /self-signed|unable to|issuer/i],
    ['old-tls', /protocol|version/i],
  ] as const)('is unlawful as %s, for connections that stood too, until it is calm', async (certificate, message) => {
    expect((await alone.get('/')).status).toBe(200)
    await present(certificate)
    await alone.seen()
    await expect(alone.get('/')).rejects.toThrow(message)
    const seen = await untilSeen()
    expect(seen[0]).toMatchObject({ method: 'TLS', status: 0, path: '', brreg: { asked: 'handshake' } })
    await alone.control.calm({})
    expect((await alone.get('/')).status).toBe(200)
  })

  it('is TLS 1.1 to a caller that takes it', async () => {
    await present('old-tls')
    await alone.seen()
    const socket = await handshake({ minVersion: 'TLSv1', ciphers: 'ALL:@SECLEVEL=0' })
    expect(socket.getProtocol()).toBe('TLSv1.1')
    socket.end()
    expect(await untilSeen()).toMatchObject([{ brreg: { asked: 'handshake', tls: { protocol: 'TLSv1.1' } } }])
  })
})

const present = (certificate: Presentation) =>
  alone.control.stimulate({ stimulus: { party: 'brreg', does: 'presents', certificate } })

async function handshake(options: object): Promise<TLSSocket> {
  const { hostname, port } = new URL(alone.parties.brreg.url)
  const pair = { cert: own.certificatePem, key: own.privateKeyPem }
  const socket = connect({
    host: hostname,
    port: Number(port),
    ca: alone.parties.authority.rootPem,
    ...pair,
    ...options,
  })
  await once(socket, 'secureConnect')
  return socket
}

async function untilSeen() {
  for (;;) {
    const seen = await alone.seen()
    if (seen.length > 0) return seen
    await new Promise(setImmediate)
  }
}

describe('bytes that are no request', () => {
  it.each([
    [
      'GET /konkursvarsler/oppdatert/2026-01-01 00:00:00 HTTP/1.1\r\nHost: x\r\n\r\n',
      { method: 'GET', status: 400, brreg: { asked: 'updated-list', since: '2026-01-01 00:00:00' } },
    ],
    ['gibberish\r\n\r\n', { method: '?', status: 400, brreg: { asked: 'other' } }],
  ])('are seen: %j', async (bytes, sighting) => {
    await alone.seen()
    const socket = await handshake({})
    socket.write(bytes)
    socket.resume()
    await once(socket, 'close')
    expect(await alone.seen()).toMatchObject([sighting])
  })
})
