import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { ControlError } from './control-error.ts'
import { type ConnectOptions, connectControl } from './http-client.ts'
import { serveControl } from './http-server.ts'
import { exampleParty } from './testing/example.ts'

const token = 'control-token-of-this-test'
const open: (() => unknown)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})

/** Something that is no control server. */
async function other(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  open.push(() => {
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function errorFrom(url: string, changes: Partial<ConnectOptions> = {}): Promise<ControlError> {
  const control = connectControl({ url, token, deadlineMs: 10_000, ...changes })
  const error = await control.mint({ recipe: {} }).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(ControlError)
  const { message, stack, cause } = error as ControlError
  expect(`${message} ${stack} ${cause}`).not.toContain(changes.token ?? token)
  expect(message).toContain(url)
  return error as ControlError
}

const json =
  (status: number, value: unknown): RequestListener =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))

describe('control client', () => {
  it('gives up at the deadline', async () => {
    const error = await errorFrom(await other(() => {}), { deadlineMs: 50 })
    expect(error).toMatchObject({ kind: 'deadline', message: expect.stringContaining('within 50 ms') })
  })

  it('gives up at the deadline when the answer never ends', async () => {
    const url = await other((_, response) => response.writeHead(200).write('{"token":'))
    expect((await errorFrom(url, { deadlineMs: 50 })).kind).toBe('deadline')
  })

  it('says that nobody listens, and how to mend it', async () => {
    const served = await serveControl(exampleParty(), { token })
    await served.close()
    const error = await errorFrom(served.url)
    expect(error).toMatchObject({
      kind: 'unreachable',
      message: expect.stringMatching(/ECONNREFUSED.*start the party/),
    })
  })

  it('says that the token was refused, without telling it', async () => {
    const served = await serveControl(exampleParty(), { token })
    open.push(served.close)
    const error = await errorFrom(served.url, { token: 'another-token' })
    expect(error).toMatchObject({ kind: 'unauthorised', message: expect.stringContaining('no valid control token') })
  })

  it.each([
    ['a page', 200, '<html>'],
    ['nothing', 200, ''],
    ['an empty object to mint', 200, {}],
    ['a list', 200, []],
    ['an error that is not ours', 500, { error: 'x' }],
    ['a kind that nobody knows', 400, { error: { kind: 'x', message: 'y' } }],
    ['null', 404, null],
  ])('knows %s for something else', async (_, status, value) => {
    const listener: RequestListener =
      typeof value === 'string' ? (_request, response) => response.writeHead(status).end(value) : json(status, value)
    const url = await other(listener)
    const control = connectControl({ url, token, deadlineMs: 10_000 })
    await expect(control.mint({ recipe: {} })).rejects.toMatchObject({ kind: 'not-control' })
  })

  it('does not carry the token to where a redirect points', async () => {
    const reached: unknown[] = []
    const target = await other((request, response) => {
      reached.push(request.headers)
      response.end()
    })
    const url = await other((_, response) => response.writeHead(307, { location: `${target}/control/mint` }).end())
    expect((await errorFrom(url)).kind).toBe('not-control')
    expect(reached).toEqual([])
  })

  it('says that the other side is of another version', async () => {
    const url = await other(json(404, { error: { kind: 'unknown-call', message: 'there is no such control call' } }))
    expect(await errorFrom(url)).toMatchObject({
      kind: 'unknown-call',
      message: expect.stringContaining('does not know the call mint; use the same version'),
    })
  })

  it('takes an address with a final slash or a path of its own', async () => {
    const paths: unknown[] = []
    const url = await other((request, response) => {
      paths.push(request.url)
      json(200, {})(request, response)
    })
    await connectControl({ url: `${url}/`, token, deadlineMs: 10_000 }).calm({})
    await connectControl({ url: `${url}/behind/`, token, deadlineMs: 10_000 }).calm({})
    expect(paths).toEqual(['/control/calm', '/behind/control/calm'])
  })
})

describe('connectControl', () => {
  const options = { url: 'http://127.0.0.1:1', token, deadlineMs: 1 }

  it.each([
    ['url', { url: 'localhost:4711' }, /url must be an http or https address/],
    ['url', { url: 'ftp://127.0.0.1' }, /url must be/],
    ['url', { url: 'http://user:hidden@127.0.0.1' }, /url must be/],
    ['url', { url: 'http://127.0.0.1/?a=1' }, /url must be/],
    ['token', { token: '' }, /token must be printable ASCII/],
    ['token', { token: 'hidden\ntoken' }, /token must be printable ASCII/],
    ['deadlineMs', { deadlineMs: 0 }, /deadlineMs must be a positive whole number/],
    ['deadlineMs', { deadlineMs: Number.POSITIVE_INFINITY }, /deadlineMs must be/],
  ])('refuses a wrong %s (case %#) and repeats no secret', (_, changes, message) => {
    expect(() => connectControl({ ...options, ...changes })).toThrow(message)
    expect(() => connectControl({ ...options, ...changes })).not.toThrow(/hidden/)
  })
})
