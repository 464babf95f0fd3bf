import { once } from 'node:events'
import { connect as connectTcp } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Authority, createAuthority, type TlsIdentity } from '../pki/authority.ts'
import { listen, PortTaken } from './listen.ts'
import { type Caller, createCaller } from './testing/caller.ts'

let authority: Authority
let identity: TlsIdentity
let caller: Caller
beforeAll(async () => {
  authority = await createAuthority()
  identity = await authority.server(['127.0.0.1', '::1'])
  caller = createCaller(authority.rootPem)
})

describe('a listener', () => {
  it('answers over TLS to whoever trusts the root, and to nobody else', async () => {
    const listener = await listen((_request, response) => response.end('here'), { identity, name: 'Test' })
    expect(listener.url).toBe(`https://127.0.0.1:${listener.port}`)
    expect(await caller.get(listener.url)).toMatchObject({ status: 200, text: 'here' })
    await expect(fetch(listener.url)).rejects.toThrow()
    await listener.close()
  })

  it('without an identity answers without TLS, on this machine and nowhere else', async () => {
    const listener = await listen((_request, response) => response.end('here'), { identity: null, name: 'Test' })
    expect(listener.url).toBe(`http://127.0.0.1:${listener.port}`)
    expect(await (await fetch(listener.url)).text()).toBe('here')
    await listener.close()
    for (const host of ['0.0.0.0', '::', '192.0.2.1'])
      await expect(listen(() => {}, { identity: null, name: 'Test', host })).rejects.toThrow(/^Test .* without TLS/)
  })

  it('refuses TLS older than 1.2', async () => {
    const listener = await listen((_request, response) => response.end(), { identity, name: 'Test' })
    const socket = connectTls({
      port: listener.port,
      host: '127.0.0.1',
      ca: authority.rootPem,
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'ALL:@SECLEVEL=0',
    })
    await expect(once(socket, 'secureConnect')).rejects.toThrow()
    await listener.close()
  })

  it('says whose port is taken, and how to mend it', async () => {
    const first = await listen(() => {}, { identity, name: 'First' })
    const second = listen(() => {}, { identity, name: 'CertPub', port: first.port })
    await expect(second).rejects.toThrow(PortTaken)
    await expect(second).rejects.toThrow(
      new RegExp(`CertPub cannot listen on 127\\.0\\.0\\.1:${first.port}.*another port`),
    )
    await first.close()
  })

  it('says who cannot listen on an address that is not here', async () => {
    await expect(listen(() => {}, { identity, name: 'Maskinporten', host: '192.0.2.1' })).rejects.toThrow(
      /^Maskinporten cannot listen on 192\.0\.2\.1:0/,
    )
  })

  it.each([-1, 65_536, 1.5, Number.NaN])('refuses port %d', async (port) => {
    await expect(listen(() => {}, { identity, name: 'CertPub', port })).rejects.toThrow(/^CertPub .* 0 to 65535/)
  })

  it('closes although requests, idle connections and half a handshake are open', async () => {
    const listener = await listen(() => {}, { identity, name: 'Test' })
    const hanging = caller.get(listener.url)
    const outcome = hanging.then(
      () => 'answered',
      () => 'cut off',
    )
    const raw = connectTcp(listener.port, '127.0.0.1')
    await once(raw, 'connect')
    const gone = new Promise((resolve) => raw.once('close', resolve))
    raw.on('error', () => {})
    raw.resume()
    await Promise.all([listener.close(), listener.close()])
    expect(await outcome).toBe('cut off')
    await gone
    await expect(caller.get(listener.url)).rejects.toThrow(/ECONNREFUSED/)
    // The port is free again.
    const again = await listen((_request, response) => response.end('again'), {
      identity,
      name: 'Test',
      port: listener.port,
    })
    expect(await caller.get(again.url)).toMatchObject({ text: 'again' })
    await again.close()
  })

  it.each([
    ['not HTTP', 'gibberish\r\n\r\n', 400],
    ['headers that are too large', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(40_000)}\r\n\r\n`, 431],
  ])('answers %s with a bare status', async (_what, bytes, status) => {
    const listener = await listen((_request, response) => response.end(), { identity, name: 'Test' })
    expect(await rawAnswer(listener.port, bytes)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    await listener.close()
  })

  it('lets the party answer bytes that are not HTTP', async () => {
    const listener = await listen((_request, response) => response.end(), {
      identity,
      name: 'Test',
      onClientError: (_error, socket) => socket.end('HTTP/1.1 400 Ours\r\nConnection: close\r\n\r\n'),
    })
    expect(await rawAnswer(listener.port, 'gibberish\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 Ours/)
    await listener.close()
  })
})

async function rawAnswer(port: number, bytes: string): Promise<string> {
  const socket = connectTls({ port, host: '127.0.0.1', ca: authority.rootPem })
  socket.on('error', () => {})
  socket.write(bytes)
  let text = ''
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  await once(socket, 'close')
  return text
}
