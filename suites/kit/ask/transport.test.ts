import type { RequestListener } from 'node:http'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { freePort } from '../../../mocks/testing/free-port.ts'
import { root, type Served, serve as serveAt } from '../testing/servers.ts'
import { largestAnswer } from './limits.ts'
import { openTransport, type Transport } from './transport.ts'

const servers: Served[] = []
const transports: Transport[] = []

afterEach(async () => {
  await Promise.all(transports.splice(0).map((transport) => transport.close()))
})
afterAll(() => Promise.all(servers.map((server) => server.close())))

async function serve(handler: RequestListener): Promise<string> {
  const server = await serveAt(handler)
  servers.push(server)
  return `${server.origin}/v2`
}

function ask(url: string, { trust = [root], deadlineMs = 5000, interrupt = new AbortController().signal } = {}) {
  const transport = openTransport({ trust, deadlineMs, interrupt })
  transports.push(transport)
  return transport.send({ url, method: 'GET', headers: { CorrelationID: 'a' } })
}

describe('an exchange', () => {
  it('gives status, headers in lower case, and the whole body', async () => {
    const url = await serve((_request, response) => response.writeHead(404, { 'X-Odd': ['a', 'b'] }).end('blåbær'))
    expect(await ask(url)).toMatchObject({
      status: 404,
      headers: { 'x-odd': 'a, b' },
      body: { text: 'blåbær', bytes: 8 },
    })
  })

  it('is silent when nobody listens', async () => {
    expect(await ask(`https://127.0.0.1:${await freePort()}/`)).toMatchObject({ kind: 'silent', why: 'refused' })
  })

  it('is silent when the certificate is not trusted', async () => {
    const url = await serve((_request, response) => response.end())
    expect(await ask(url, { trust: [] })).toMatchObject({ kind: 'silent', why: 'tls' })
  })

  it('is silent when the connection breaks', async () => {
    const url = await serve((request) => request.socket.destroy())
    expect(await ask(url)).toMatchObject({ kind: 'silent', why: 'reset' })
  })

  it('that crosses the closing of an idle connection is put again on a fresh one', async () => {
    let requests = 0
    const url = await serve((request, response) => {
      if (++requests === 1) request.socket.destroy()
      else response.end('{}')
    })
    expect(await ask(url)).toMatchObject({ status: 200 })
    expect(requests).toBe(2)
  })

  it('asks for no coding of the answer', async () => {
    const url = await serve((request, response) => response.end(request.headers['accept-encoding']))
    expect(await ask(url)).toMatchObject({ body: { text: 'identity' } })
  })

  it('is silent when the answer breaks off', async () => {
    const url = await serve((request, response) => {
      response.writeHead(200, { 'Content-Length': 10 }).write('12345', () => request.socket.destroy())
    })
    expect(await ask(url)).toMatchObject({ kind: 'silent' })
  })

  it('is silent when the whole answer does not come in time, though some of it does', async () => {
    const url = await serve((_request, response) => response.writeHead(200).write('{'))
    // A machine that has much else to do may need this long for the handshake alone.
    expect(await ask(url, { deadlineMs: 2000 })).toEqual({
      kind: 'silent',
      why: 'timeout',
      detail: 'no whole answer within 2000 ms (it began with status 200)',
    })
  })

  it('is not read beyond its largest size', async () => {
    const chunk = Buffer.alloc(1024 * 1024)
    const url = await serve((_request, response) => {
      const more = () => {
        while (response.writable && response.write(chunk)) if (response.destroyed) return
      }
      response.on('drain', more).on('error', () => undefined)
      more()
    })
    expect(await ask(url, { deadlineMs: 30_000 })).toEqual({
      kind: 'silent',
      why: 'too-large',
      detail: `more than ${largestAnswer / 2 ** 20} MiB (it began with status 200)`,
    })
  })

  it('does not follow a redirect', async () => {
    const url = await serve((_request, response) =>
      response.writeHead(302, { Location: 'https://elsewhere.example/' }).end(),
    )
    expect(await ask(url)).toMatchObject({ status: 302 })
  })

  it('that was interrupted never happened', async () => {
    const controller = new AbortController()
    const url = await serve(() => controller.abort(new Error('interrupted')))
    await expect(ask(url, { interrupt: controller.signal })).rejects.toThrow('interrupted')
  })
})
