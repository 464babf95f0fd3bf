import type { RequestListener } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import type { IsoDate } from '../../../contracts/calendar.ts'
import type { SeenRequest } from '../../../contracts/control/protocol.ts'
import { createAuthority } from '../../../mocks/pki/authority.ts'
import type { Target } from '../../kit/target.ts'
import { fakeTarget } from '../../kit/testing/fake-target.ts'
import { referenceTarget } from '../../targets/reference.ts'
import { preflight } from './preflight.ts'

const fixtures = { P1: { id: '910336819', kjennelsesdato: '2026-10-31' as IsoDate, blockedAccounts: [] } }
const visit: SeenRequest = {
  party: 'maskinporten',
  at: '2026-11-20T12:00:00Z',
  method: 'GET',
  path: '/jwks',
  status: 200,
}

/** Parties at which the bank fetches keys with every call, or never. */
function fetching(target: Target, fetches: boolean): Target {
  let cursor = 0
  const observed = async () => ({ cursor: ++cursor, seen: fetches ? [visit] : [] })
  return { ...target, control: { ...target.control, observed, forget: async () => ({ done: false }) } }
}

async function found(
  handler: RequestListener,
  { fetches = true, ...changes }: Partial<Target> & { fetches?: boolean } = {},
) {
  const target = await fakeTarget(handler, { fixtures, ...changes })
  const all = await preflight(fetching(target, fetches))
  await target.close()
  return (what: string) => {
    const one = all.find((diagnosis) => diagnosis.what === what)
    return one === undefined ? undefined : `${one.state}: ${one.said}; ${one.remedy}`
  }
}

const json =
  (status: number, body: unknown = {}, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body))
const page =
  (status: number): RequestListener =>
  ({ url }, response) =>
    response.writeHead(status, { 'Content-Type': 'text/html' }).end(`<h1>Cannot GET ${url}</h1>`)

describe('before the first question', () => {
  it('nothing is wrong with the reference bank, and its certificate cache stays cold', async () => {
    const target = await referenceTarget({ seed: 1, day: '2026-11-20' as IsoDate, faults: [] })
    const before = await target.control.observed({ after: 0 })
    expect((await preflight(target)).filter(({ state }) => state !== 'ok')).toEqual([])
    const { seen } = await target.control.observed({ after: before.cursor })
    expect(seen.filter(({ party }) => party === 'certpub')).toEqual([])
    expect(seen.some(({ party }) => party === 'maskinporten')).toBe(true)
    await target.close()
  })

  it.each([404, 302, 200])('a path at which everything is a page (%d) is wrong', async (status) => {
    const of = await found(page(status))
    expect(of('path of baseUrl')).toMatch(/^problem: everything below it is answered alike .*is the path/)
  })

  it.each<[string, RequestListener]>([
    ['tells its errors by codes', json(404, { code: 'ACC-002', message: 'x' })],
    [
      'tells who has a token',
      (request, response) => page(request.headers.authorization ? 404 : 401)(request, response),
    ],
    [
      'knows one operation',
      (request, response) => page(/^\/v2\/accounts\?/.test(request.url ?? '') ? 500 : 404)(request, response),
    ],
  ])('a bank that %s is at the right path, and judged', async (_what, handler) => {
    expect((await found(handler))('path of baseUrl')).toBe('ok: /v2; null')
  })

  it.each([502, 503, 504])('a %d from a gateway is no answer of the bank', async (status) => {
    expect((await found(page(status)))('lawful call')).toContain(`problem: a gateway answers ${status}`)
    expect((await found(json(status, { code: 'ACC-500' })))('lawful call')).toMatch(
      new RegExp(`^unknown: refused with ${status}: it failed`),
    )
  })

  it.each([400, 404])(
    'a bank without plain JSON is asked for an account of nobody’s, and told so with its %d',
    async (status) => {
      const refusing = json(status, { code: 'ACC-001' })
      const of = await found(refusing, { capabilities: { plainJson: false } })
      expect(of('lawful call')).toContain(
        `ok: answered with ${status}: it asks for an account of nobody’s, since the bank`,
      )
      const empty = await found(refusing, { fixtures: {} })
      expect(empty('lawful call')).toContain('since the configuration names no debtor')
    },
  )

  it.each<[number, object, string]>([
    [400, { code: 'ACC-001', message: 'PartyID 01895612045' }, '400 ACC-001: it finds a parameter or a header wrong'],
    [403, { code: 'ACC-011' }, '403 ACC-011: it does not let this consumer, mandate or party through'],
    [400, { code: 'Kari Nordmann' }, '400: it does not say why in a code of the interface'],
    [401, {}, '401: it does not believe our token'],
    [404, { code: 'ACC-002' }, '404 ACC-002: it has nothing about that party or account'],
  ])(
    'a lawful call that is refused with %d is told with its reason, and with no word of the bank',
    async (...given) => {
      const [status, body, said] = given
      const told = (await found(json(status, body)))('lawful call')
      expect(told).toContain(`unknown: refused with ${said}`)
      expect(told).not.toMatch(/01895612045|Nordmann/)
    },
  )

  it.each([
    [0, 'ok: agrees'],
    [-60, 'warning: 60 s behind'],
    [60, 'warning: 60 s ahead'],
    [-600, 'problem: 600 s behind'],
  ])('a clock that is %d s off is told', async (seconds, said) => {
    const handler: RequestListener = (request, response) =>
      json(200, {}, { Date: new Date(Date.now() + seconds * 1000).toUTCString() })(request, response)
    // A second may pass, and a Date holds whole ones.
    const told = (await found(handler))('clock of the bank')
      ?.replace(/\b(59|61)\b/, '60')
      .replace(/\b(599|601)\b/, '600')
    expect(told?.replace('1 s', 'agrees')).toContain(said)
  })

  it('is strict about clocks where the bank is', async () => {
    const handler = (request: Parameters<RequestListener>[0], response: Parameters<RequestListener>[1]) =>
      json(200, {}, { Date: new Date(Date.now() - 20_000).toUTCString() })(request, response)
    expect((await found(handler))('clock of the bank')).toMatch(/^ok/)
    expect((await found(handler, { tokenSkewSeconds: 10 }))('clock of the bank')).toMatch(/^warning/)
  })

  it.each([401, 500])('a %d without a visit to Maskinporten tells that it was not reached', async (status) => {
    const refusing = json(status, { code: 'ACC-010' })
    expect((await found(refusing, { fetches: false }))('bank reaches Maskinporten')).toMatch(
      /^problem: .*not reachable, or cached; give the bank the address/,
    )
    expect((await found(refusing))('bank reaches Maskinporten')).toMatch(/^warning/)
  })

  it.each([
    [403, 'audience of tokens'],
    [404, 'has the bank made P1?'],
  ])('a %d for the lawful call is for the run to judge, with a hint', async (status, hint) => {
    const told = (await found(json(status, { code: 'ACC-011' })))('bank reaches Maskinporten')
    expect(told).toMatch(/^warning/)
    expect(told).toContain(hint)
  })

  it('a bank without plain JSON is told to be declared so', async () => {
    expect((await found(json(406, { code: 'ACC-013' })))('bank reaches Maskinporten')).toContain('plainJson: false')
  })

  it('a bank that is silent is not stopped at', async () => {
    const of = await found((_request, response) => response.destroy())
    expect(of('lawful call')).toContain('unknown: no whole answer (reset)')
  })

  it('ids are new in every call, and none is sent twice', async () => {
    const ids: unknown[] = []
    await found((request, response) => {
      ids.push(request.headers.correlationid)
      json(200)(request, response)
    })
    expect(ids).toHaveLength(4)
    expect(new Set(ids).size).toBe(4)
  })
})

describe('the way to the bank', () => {
  const ok = json(200)

  it.each<[string, Partial<Target>, string, RegExp]>([
    [
      'a name that nobody knows',
      { baseUrl: 'https://bank.invalid/v2' },
      'host name of the bank',
      /^problem: .*is not known .*spelt right/,
    ],
    [
      'a port at which nobody listens',
      { baseUrl: 'https://127.0.0.1:1/v2' },
      'connection to the bank',
      /^problem: .*refuses.*is the bank started/,
    ],
    ['a root that is not trusted', { trust: [] }, 'TLS of the bank', /^problem: .*not trusted.*"trust"/],
  ])('with %s is not open', async (_what, changes, what, said) => {
    const of = await found(ok, changes)
    expect(of(what)).toMatch(said)
    expect(of('lawful call')).toMatch(/^unknown: not put/)
  })

  it('leads to other names, and says which', async () => {
    const authority = await createAuthority()
    const served = await tlsServer(authority, ['other.example'])
    const of = await found(ok, { baseUrl: `https://127.0.0.1:${served.port}/v2`, trust: [authority.rootPem] })
    await served.close()
    expect(of('name in the certificate of the bank')).toContain(
      'problem: has a certificate for other names: other.example',
    )
    expect(of('TLS of the bank')).toBe('ok: the chain is trusted; null')
  })

  it('asks for a client certificate, and refuses ours', async () => {
    const authority = await createAuthority()
    const served = await tlsServer(authority, ['127.0.0.1'], true)
    const baseUrl = `https://127.0.0.1:${served.port}/v2`
    const without = await found(ok, { baseUrl, trust: [authority.rootPem] })
    expect(without('client certificate')).toMatch(/^problem: the bank demands one .*"clientCertificate"/)
    const { certificatePem: certificate, keyPem: key } = await authority.server(['client.example'])
    const ours = await found(ok, { baseUrl, trust: [authority.rootPem], clientCertificate: { certificate, key } })
    // The test authority makes certificates for servers: the use is told although this server takes every one.
    expect(ours('use of the client certificate')).toMatch(/^problem: .*not made for clients/)
    await served.close()
  })

  it('holds certificates that have not begun, are over, or soon will be', async () => {
    const { datesOf } = await import('../../kit/run/preflight/certificates.ts')
    const { certificatePem: certificate } = await (await createAuthority()).server(['x.example'])
    const day = 86_400_000
    const at = (days: number) => datesOf({ name: 'it', certificate, remedy: 'renew it' }, Date.now() + days * day)
    expect([at(-1), at(0), at(340), at(400)].map(({ state }) => state)).toEqual(['problem', 'ok', 'warning', 'problem'])
    expect(at(400).said).toMatch(/^expired on \d{4}-\d\d-\d\d$/)
  })
})

async function tlsServer(
  authority: Awaited<ReturnType<typeof createAuthority>>,
  names: readonly string[],
  requestCert = false,
) {
  const { certificatePem: cert, keyPem: key } = await authority.server(names)
  const options = { cert, key, requestCert, rejectUnauthorized: requestCert, ca: [authority.rootPem] }
  const server = createServer(options, json(200))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
