import type { RequestListener } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { freePort } from '../../../mocks/testing/free-port.ts'
import { root, serve as serveAt } from '../testing/servers.ts'
import { type Lanes, openLanes } from './lanes.ts'
import { blank, type Measured } from './measured.ts'

const closing: (() => unknown)[] = []

afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function serve(handler: RequestListener): Promise<string> {
  const server = await serveAt(handler)
  closing.push(server.close)
  return server.origin
}

/** Put forward, so that nobody has to wait until a connection is idle. */
let later = 0

function lanesTo(origin: string, { trust = [root], deadlineMs = 5000 } = {}): Lanes {
  const lanes = openLanes({ origin, trust, deadlineMs, now: () => performance.now() + later })
  closing.push(() => lanes.close())
  return lanes
}

async function put(lanes: Lanes): Promise<Measured & { readonly text: string }> {
  const sample = { ...blank(0, 'accounts', 0), sent: performance.now() }
  let text = ''
  await new Promise<void>((resolve) =>
    lanes.put({ method: 'GET', path: '/v2', headers: {} }, sample, (piece) => (text += piece.toString()), resolve),
  )
  return { ...sample, text }
}

describe('a lane', () => {
  it('tells connecting, TLS, writing, waiting and reading apart, in this order', async () => {
    const lanes = lanesTo(await serve((_request, response) => response.end('{"a":1}')))
    const { sent, connected, secured, written, firstByte, done, ...rest } = await put(lanes)
    const moments = [sent, connected, secured, written, firstByte, done].map(Number)
    expect(moments).toEqual(moments.toSorted((a, b) => a - b))
    expect(rest).toMatchObject({ status: 200, bytes: 7, text: '{"a":1}', error: null })
  })

  it('is used again, and then says nothing of connecting', async () => {
    const lanes = lanesTo(await serve((_request, response) => response.end('{}')))
    await put(lanes)
    expect(await put(lanes)).toMatchObject({ connected: null, secured: null, status: 200 })
    expect(lanes.opened()).toBe(1)
  })

  it('is not waited for: two requests at a time take two', async () => {
    const waiting: (() => void)[] = []
    const url = await serve((_request, response) => {
      waiting.push(() => response.end('{}'))
      if (waiting.length === 2) for (const answer of waiting) answer()
    })
    const lanes = lanesTo(url)
    expect(await Promise.all([put(lanes), put(lanes)])).toMatchObject([{ status: 200 }, { status: 200 }])
    expect(lanes.opened()).toBe(2)
  })

  it('that was closed while it was idle is opened again, once, and that is on record', async () => {
    let requests = 0
    const url = await serve((request, response) => {
      if (++requests === 2) request.socket.destroy()
      else response.end('{}')
    })
    const lanes = lanesTo(url)
    await put(lanes)
    later += 1000
    expect(await put(lanes)).toMatchObject({ status: 200, again: true, error: null })
    expect(requests).toBe(3)
  })

  it('that breaks off while it is in use is an error, however often it was good before', async () => {
    let requests = 0
    const url = await serve((request, response) => {
      if (++requests % 3 === 0) request.socket.destroy()
      else response.end('{}')
    })
    const lanes = lanesTo(url)
    const errors = []
    for (let n = 0; n < 6; n++) errors.push((await put(lanes)).error)
    expect(errors).toEqual([null, null, 'reset', null, null, 'reset'])
  })

  it('asks for no coding, like every question in calm', async () => {
    const lanes = lanesTo(await serve((request, response) => response.end(request.headers['accept-encoding'])))
    expect((await put(lanes)).text).toBe('identity')
  })

  it('that breaks on a fresh connection is an error', async () => {
    const url = await serve((request) => request.socket.destroy())
    expect(await put(lanesTo(url))).toMatchObject({ status: null, error: 'reset' })
  })

  it('that breaks off within an answer is an error, though it had a status', async () => {
    const url = await serve((request, response) => {
      response.writeHead(200, { 'Content-Length': 10 }).write('12345', () => request.socket.destroy())
    })
    expect(await put(lanesTo(url))).toMatchObject({ status: 200, bytes: 5, error: 'reset' })
  })

  it('that ends within an answer in pieces is an error, though its server said that it would close', async () => {
    const url = await serve((request, response) => {
      response.writeHead(200, { Connection: 'close' }).write('{"a":', () => request.socket.end())
    })
    expect(await put(lanesTo(url))).toMatchObject({ status: 200, error: expect.any(String) })
  })

  it('to a server of HTTP/1.0 is a new one each time, and that is seen', async () => {
    const url = await serve((request) => {
      request.socket.end('HTTP/1.0 200 OK\r\n\r\n{"a":1}')
    })
    const lanes = lanesTo(url)
    for (const _ of [1, 2])
      expect(await put(lanes)).toMatchObject({ text: '{"a":1}', error: null, connected: expect.any(Number) })
  })

  it.each([
    ['no answer', () => undefined],
    ['half an answer', (_request: unknown, response: { write(text: string): void }) => response.write('{')],
  ] as const)('with %s ends at its deadline', async (_what, handler) => {
    const lanes = lanesTo(await serve(handler as RequestListener), { deadlineMs: 150 })
    const { sent, done, error } = await put(lanes)
    expect(error).toBe('timeout')
    expect(Number(done) - Number(sent)).toBeGreaterThanOrEqual(149)
  })

  it('to nobody is refused, and to somebody else is not trusted', async () => {
    expect(await put(lanesTo(`https://127.0.0.1:${await freePort()}`))).toMatchObject({ error: 'refused' })
    const url = await serve((_request, response) => response.end())
    expect(await put(lanesTo(url, { trust: [] }))).toMatchObject({ error: 'tls', connected: expect.any(Number) })
  })

  it('knows the floor of the network, and null where nobody is', async () => {
    const url = await serve((_request, response) => response.end())
    expect(await lanesTo(url).floor()).toBeGreaterThan(0)
    expect(await lanesTo('https://127.0.0.1:1').floor()).toBeNull()
  })
})
