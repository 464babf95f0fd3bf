import { request as open } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { serveControl } from './http-server.ts'
import { requestCap } from './perform.ts'
import { controlCalls } from './protocol.ts'
import { exampleParty } from './testing/example.ts'

const token = 'control-token-of-this-test'
const served: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(served.splice(0).map((each) => each.close()))
})

async function serve(party = exampleParty()) {
  const control = await serveControl(party, { token })
  served.push(control)
  return { url: control.url, party }
}

interface Sent {
  readonly method?: string
  readonly path?: string
  readonly authorization?: string | null
  readonly body?: string
}

/** One request as raw as node:http makes it. */
function send(url: string, { method = 'POST', path = '/control/calm', authorization, body = '{}' }: Sent) {
  return new Promise<{ status: number; headers: Readonly<Record<string, unknown>>; text: string }>(
    (resolve, reject) => {
      const sent = open(`${url}${path}`, { method, agent: false }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text: `${Buffer.concat(chunks)}` }),
        )
      })
      sent.on('error', reject)
      if (authorization !== null) sent.setHeader('authorization', authorization ?? `Bearer ${token}`)
      sent.end(body)
    },
  )
}

describe('control server', () => {
  it.each([
    ['none', null],
    ['an empty one', 'Bearer '],
    ['another one', 'Bearer control-token-of-that-test'],
    ['a longer one', `Bearer ${token}x`],
    ['its beginning', `Bearer ${token.slice(0, -1)}`],
    ['another scheme', `Basic ${token}`],
    ['no scheme', token],
  ])('refuses a call with %s as token, whatever is asked', async (_, authorization) => {
    const { url, party } = await serve()
    for (const path of ['/control/calm', '/control/nonsense', '/']) {
      const { status, headers, text } = await send(url, { authorization, path, body: '{"no' })
      expect(status).toBe(401)
      expect(headers['www-authenticate']).toBe('Bearer')
      expect(JSON.parse(text).error.kind).toBe('unauthorised')
      expect(text).not.toContain(token)
      expect(text).not.toContain('mint')
    }
    expect(party.asked).toEqual([])
  })

  it('takes the scheme in any case', async () => {
    const { url } = await serve()
    expect((await send(url, { authorization: `bearer ${token}` })).status).toBe(200)
  })

  it.each(['/control/rest', '/control/', '/', '/control/calm/', '/control/constructor', '/control/calm?x=1'])(
    'does not know %s and names the calls that it knows',
    async (path) => {
      const { status, text } = await send((await serve()).url, { path })
      expect(status).toBe(404)
      for (const call of controlCalls) expect(text).toContain(`POST /control/${call}`)
    },
  )

  it.each(['GET', 'PUT', 'DELETE'])('answers POST only, not %s', async (method) => {
    const { status, headers } = await send((await serve()).url, { method, body: '' })
    expect([status, headers.allow]).toEqual([405, 'POST'])
  })

  it.each(['', '{', 'calm', '{"a":1} x'])('refuses %j, which is no JSON', async (body) => {
    const { status, text } = await send((await serve()).url, { body })
    expect(status).toBe(400)
    expect(JSON.parse(text).error).toEqual({
      kind: 'invalid',
      message: expect.stringContaining('send one JSON object'),
    })
  })

  it('refuses a wrong request with the path of what is wrong', async () => {
    const { status, text } = await send((await serve()).url, { path: '/control/observed', body: '{"after":"0"}' })
    expect(status).toBe(400)
    expect(JSON.parse(text).error.message).toContain('/after must be integer')
  })

  it('reads up to 1 MiB and not a byte more', async () => {
    const { url, party } = await serve()
    const padded = (size: number) => `{}${' '.repeat(size - 2)}`
    expect((await send(url, { body: padded(requestCap) })).status).toBe(200)
    const { status, text } = await send(url, { body: padded(requestCap + 1) })
    expect(status).toBe(413)
    expect(JSON.parse(text).error.kind).toBe('too-large')
    expect(party.asked).toHaveLength(1)
  })

  it('answers 500 with the message of the party and without a stack', async () => {
    const { url } = await serve(exampleParty({ calm: () => Promise.reject(new Error('the key is gone')) }))
    const { status, headers, text } = await send(url, {})
    expect(status).toBe(500)
    expect(headers['content-type']).toBe('application/json')
    expect(JSON.parse(text).error.message).toMatch(/the key is gone$/)
    expect(text).not.toMatch(/\.ts:|node:|\\n/)
  })

  it('lets nobody keep what was minted', async () => {
    const { url } = await serve()
    const { headers } = await send(url, { path: '/control/mint', body: '{"recipe":{}}' })
    expect(headers['cache-control']).toBe('no-store')
  })
})

describe('serveControl', () => {
  it('listens on loopback, on a free port', async () => {
    expect((await serve()).url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  })

  it.each(['', ' ', 'two words', 'tøken', 'line\nbreak'])('refuses %j as token, even on loopback', async (bad) => {
    const error = await serveControl(exampleParty(), { token: bad }).catch((reason: Error) => reason)
    expect(error).toMatchObject({
      name: 'TypeError',
      message: expect.stringContaining('token must be printable ASCII'),
    })
  })

  it.each(['0.0.0.0', '::', '192.0.2.1', 'example.invalid', '127.0.0.1.example.invalid'])(
    'does not listen on %s with a short token',
    async (host) => {
      const error = await serveControl(exampleParty(), { host, token }).catch((reason: Error) => reason)
      expect(error).toMatchObject({ message: expect.stringMatching(/not loopback, .* listen on 127\.0\.0\.1/) })
      expect(`${error}`).not.toContain(token)
    },
  )

  it('listens elsewhere with a long one', async () => {
    const control = await serveControl(exampleParty(), { host: '0.0.0.0', token: 'x'.repeat(32) })
    await control.close()
    expect(control.url).toMatch(/^http:\/\/0\.0\.0\.0:\d+$/)
  })

  it.each([-1, 65536, 1.5])('refuses %d as port', async (port) => {
    await expect(serveControl(exampleParty(), { port, token })).rejects.toThrow(/port must be an integer/)
  })

  it('says that a port is taken, and how to mend it', async () => {
    const port = Number(new URL((await serve()).url).port)
    await expect(serveControl(exampleParty(), { port, token })).rejects.toThrow(/is taken; stop what uses it or choose/)
  })

  it('closes at once, also while a call is pending, and may be closed again', async () => {
    const asked = Promise.withResolvers<void>()
    const party = exampleParty({
      calm: () => {
        asked.resolve()
        return Promise.withResolvers<never>().promise
      },
    })
    const control = await serveControl(party, { token })
    const pending = send(control.url, {}).catch((error: NodeJS.ErrnoException) => error.code)
    await asked.promise
    await control.close()
    await control.close()
    expect(await pending).toBe('ECONNRESET')
  })
})
