import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:tls'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createCaller } from '../http/testing/caller.ts'
import { createAuthority, type TlsIdentity } from '../pki/authority.ts'
import { hostileIds, hostileKinds } from './kinds.ts'
import { type Hostile, type HostileOptions, startHostile } from './start.ts'

let identity: TlsIdentity
let root: string
let behind: Server
const open: Hostile[] = []

beforeAll(async () => {
  const authority = await createAuthority()
  identity = await authority.server(['127.0.0.1'])
  root = authority.rootPem
  behind = createServer({ cert: identity.certificatePem, key: identity.keyPem }, (request, response) => {
    response.writeHead(418, { 'X-Seen': request.rawHeaders.filter((text) => text.startsWith('X-')).join() })
    request.pipe(response)
  })
  await new Promise<void>((resolve) => behind.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})
afterAll(() => {
  behind.closeAllConnections()
  behind.close()
})

async function hostile(kind: string, more: Partial<HostileOptions> = {}): Promise<Hostile> {
  const bank = await startHostile({ kind, identity, ...more })
  open.push(bank)
  return bank
}

const upstream = () => ({ url: `https://127.0.0.1:${(behind.address() as AddressInfo).port}`, trust: [root] })

/** Whether a connection meets a certificate that chains to the right root. */
function isRight({ url }: Hostile): Promise<boolean> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port), ca: root })
    const end = (right: boolean) => {
      socket.destroy()
      resolve(right)
    }
    socket.once('secureConnect', () => end(true)).once('error', () => end(false))
  })
}

describe('the hostile banks', () => {
  it('have ids and stories of their own', () => {
    expect(new Set(hostileIds).size).toBe(hostileIds.length)
    expect(new Set(hostileKinds.map(({ story }) => story)).size).toBe(hostileIds.length)
    for (const { id, story } of hostileKinds)
      expect([id, story]).toEqual([expect.stringMatching(/^hostile-[a-z0-9-]+$/), expect.stringMatching(/^[A-Z].+\.$/)])
  })

  it('are named when one is asked for that there is not', async () => {
    await expect(hostile('hostile-gigabite')).rejects.toThrow('did you mean "hostile-gigabyte"?')
  })
})

describe('a hostile bank', () => {
  it('meets account lists only, and passes everything else on as it is', async () => {
    const bank = await hostile('hostile-redirect-elsewhere', { upstream: upstream() })
    const { get, post } = createCaller(root)
    expect(await get(`${bank.baseUrl}/accounts?a=1`)).toMatchObject({ status: 307 })
    expect(await get(`${bank.baseUrl}/accounts/x`, { 'X-Odd': 'a' })).toMatchObject({
      status: 418,
      headers: { 'x-seen': 'X-Odd' },
    })
    expect(await post(`${bank.baseUrl}/accounts`, 'a=1')).toMatchObject({ status: 418, text: 'a=1' })
    expect(bank.met()).toBe(1)
  })

  it('can be told later what it stands in front of, and answers 404 until then', async () => {
    const bank = await hostile('hostile-never-answers')
    const { get } = createCaller(root)
    expect(await get(`${bank.baseUrl}/other`)).toMatchObject({ status: 404 })
    bank.passTo(upstream())
    expect(await get(`${bank.baseUrl}/other`)).toMatchObject({ status: 418 })
  })

  it('meets what it is told to meet', async () => {
    const bank = await hostile('hostile-http-1-0', {
      appliesTo: (method, path) => method === 'PUT' && path === '/here',
    })
    await createCaller(root).get(`${bank.url}/here`)
    expect(bank.met()).toBe(0)
  })

  it('counts who follows where it leads', async () => {
    const bank = await hostile('hostile-redirect-elsewhere')
    const { headers } = await createCaller(root).get(`${bank.baseUrl}/accounts`)
    expect(bank.ledAstray()).toBe(0)
    await createCaller(root)
      .get(String(headers.location))
      .catch(() => undefined)
    expect(bank.ledAstray()).toBe(1)
  })

  it('changes its certificate from one connection to the next', async () => {
    const bank = await hostile('hostile-changing-certificate')
    const met = [await isRight(bank), await isRight(bank), await isRight(bank), await isRight(bank)]
    expect(met).toEqual([true, false, true, false])
  })

  it('ends also while somebody still waits for it', async () => {
    const bank = await hostile('hostile-byte-per-second')
    const { hostname, port } = new URL(bank.url)
    const socket = connect({ host: hostname, port: Number(port), ca: root })
    socket.on('error', () => undefined)
    await new Promise((resolve) => socket.once('secureConnect', resolve))
    const closed = new Promise((resolve) => socket.once('close', resolve))
    socket.write('GET /v2/accounts HTTP/1.1\r\nHost: a\r\n\r\n')
    await new Promise((resolve) => socket.once('data', resolve))
    await bank.close()
    await closed
  })
})
