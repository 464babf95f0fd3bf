import { request as open } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ServedControl, serveControl } from './http-server.ts'
import { exampleParty } from './testing/example.ts'

let control: ServedControl
const party = exampleParty()
beforeAll(async () => {
  control = await serveControl(party, {})
})
afterAll(() => control.close())

const statusWith = (headers: Readonly<Record<string, string>>) =>
  new Promise<number | undefined>((resolve, reject) => {
    const sent = open(`${control.url}/control/calm`, { method: 'POST', agent: false, headers }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode))
    })
    sent.on('error', reject)
    sent.end('{}')
  })
const port = () => new URL(control.url).port

describe('the control server without a token', () => {
  it.each(['127.0.0.1', 'localhost', '[::1]', 'LOCALHOST'])('serves programs of this machine, by %s', async (name) => {
    expect(await statusWith({ host: `${name}:${port()}` })).toBe(200)
  })

  it('takes a token that it does not need', async () => {
    expect(await statusWith({ authorization: 'Bearer whatever' })).toBe(200)
  })

  it.each<readonly [string, Readonly<Record<string, string>>]>([
    ['from another origin', { origin: 'https://evil.example' }],
    ['from a file', { origin: 'null' }],
    ['under a name of its own', { host: 'evil.example:80' }],
    ['under a name that looks like ours', { host: '127.0.0.1.evil.example' }],
  ])('refuses a page %s', async (_from, headers) => {
    const before = party.asked.length
    expect(await statusWith(headers)).toBe(403)
    expect(party.asked).toHaveLength(before)
  })

  it.each(['0.0.0.0', '192.0.2.1'])('does not exist on %s', async (host) => {
    await expect(serveControl(party, { host })).rejects.toThrow(
      /not loopback, and the token is missing; give one of 32/,
    )
  })
})
