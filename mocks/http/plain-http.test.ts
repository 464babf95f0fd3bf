import { connect } from 'node:net'
import { Agent, request } from 'undici'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createAuthority } from '../pki/authority.ts'
import { type Listener, listen } from './listen.ts'
import { answerPlainHttpToo } from './plain-http.ts'

let listener: Listener
let agent: Agent

beforeAll(async () => {
  const authority = await createAuthority()
  const handler: Parameters<typeof listen>[0] = (asked, answer) =>
    answer.end('encrypted' in asked.socket ? 'sealed' : 'open')
  listener = await listen(handler, {
    identity: await authority.server(['127.0.0.1']),
    name: 'Test',
    prepare: (server) => answerPlainHttpToo(server, handler),
  })
  agent = new Agent({ connect: { ca: authority.rootPem } })
})
afterAll(() => agent.destroy())

const told = async (url: string) => (await request(url, { dispatcher: agent })).body.text()

it('answers with TLS and without it at one port, one after the other and at once', async () => {
  const plainUrl = listener.url.replace('https:', 'http:')
  expect(await told(listener.url)).toBe('sealed')
  expect(await told(plainUrl)).toBe('open')
  const urls = [plainUrl, listener.url, plainUrl, listener.url]
  expect(await Promise.all(urls.map(told))).toEqual(['open', 'sealed', 'open', 'sealed'])
})

it('closes with callers that say nothing, and with those that stay', async () => {
  const mute = connect(listener.port, '127.0.0.1')
  await new Promise((resolve) => mute.once('connect', resolve))
  const ended = new Promise((resolve) => mute.once('close', resolve))
  mute.on('error', () => undefined)
  await listener.close()
  await ended
})
