import express from 'express'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SeenRequest } from '../../contracts/control/protocol.ts'
import { createAuthority } from '../pki/authority.ts'
import { type Listener, listen } from './listen.ts'
import { type Caller, createCaller } from './testing/caller.ts'
import { createTraffic, recordTraffic, type SeenExchange } from './traffic.ts'

const request = (path: string): SeenRequest => ({
  party: 'certpub',
  at: '2026-01-01T00:00:00.000Z',
  method: 'GET',
  path,
  status: 200,
})

describe('the log', () => {
  it('gives what came after the cursor', () => {
    const traffic = createTraffic()
    traffic.record(request('/1'))
    const first = traffic.seen(0)
    expect(first).toEqual({ cursor: 1, seen: [request('/1')], lost: 0 })
    expect(traffic.seen(first.cursor)).toEqual({ cursor: 1, seen: [], lost: 0 })
    traffic.record(request('/2'))
    expect(traffic.seen(first.cursor)).toEqual({ cursor: 2, seen: [request('/2')], lost: 0 })
  })

  it('keeps the last 10,000 of 100,000 and says what is lost', () => {
    const traffic = createTraffic()
    for (let n = 1; n <= 100_000; n += 1) traffic.record(request(`/${n}`))
    const { cursor, seen, lost } = traffic.seen(0)
    expect([cursor, seen.length, lost]).toEqual([100_000, 10_000, 90_000])
    expect([seen.at(0)?.path, seen.at(-1)?.path]).toEqual(['/90001', '/100000'])
  })

  it('keeps the beginning of a path that is very long', () => {
    const traffic = createTraffic()
    traffic.record(request(`/${'å'.repeat(5000)}`))
    expect(traffic.seen(0).seen[0]?.path).toBe(`/${'å'.repeat(499)}`)
  })

  it('tells a follower of each request, what was said of it too, and keeps the request only', () => {
    const told: SeenExchange[] = []
    const traffic = createTraffic(10, (exchange) => told.push(exchange))
    traffic.record({ ...request('/1'), ms: 7, said: 'right' })
    traffic.tell({ ...request('/2'), ms: 0 })
    expect(told).toEqual([
      { ...request('/1'), ms: 7, said: 'right' },
      { ...request('/2'), ms: 0 },
    ])
    expect(traffic.seen(0).seen).toEqual([request('/1')])
  })

  it('loses nothing to a reader who keeps up, whatever the steps', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 7 }), { maxLength: 30 }), (steps) => {
        const traffic = createTraffic(7)
        const read: string[] = []
        let cursor = 0
        let written = 0
        for (const step of steps) {
          for (let n = 0; n < step; n += 1) traffic.record(request(`/${written++}`))
          const answer = traffic.seen(cursor)
          expect(answer.lost).toBe(0)
          read.push(...answer.seen.map(({ path }) => path))
          cursor = answer.cursor
        }
        expect(read).toEqual(Array.from({ length: written }, (_, index) => `/${index}`))
      }),
    )
  })
})

describe('the recorder', () => {
  const traffic = createTraffic()
  const cut = Promise.withResolvers<void>()
  let listener: Listener
  let caller: Caller
  beforeAll(async () => {
    const authority = await createAuthority()
    const app = express()
    app.use(recordTraffic(traffic, 'maskinporten', () => 0))
    app.get('/cut', (request, response) => {
      response.once('close', cut.resolve)
      request.socket.destroy()
    })
    app.use((_request, response) => {
      response.status(418).send('short and stout')
    })
    listener = await listen(app, { identity: await authority.server(['127.0.0.1']), name: 'Test' })
    caller = createCaller(authority.rootPem)
  })
  afterAll(async () => {
    await listener.close()
  })

  it('keeps the path as it stood on the wire, and the status, before the caller has the answer', async () => {
    const { cursor } = traffic.seen(0)
    const path = '/a%3Ab::c:d//e%2f?x=%20+&y'
    await caller.get(`${listener.url}${path}`)
    expect(traffic.seen(cursor).seen).toEqual([
      { party: 'maskinporten', at: '1970-01-01T00:00:00.000Z', method: 'GET', path, status: 418 },
    ])
  })

  it('keeps no body', async () => {
    const { cursor } = traffic.seen(0)
    await caller.post(`${listener.url}/token`, 'assertion=a-secret')
    expect(JSON.stringify(traffic.seen(cursor))).not.toContain('a-secret')
  })

  it('keeps a request that never got an answer, with status 0', async () => {
    const { cursor } = traffic.seen(0)
    await expect(caller.get(`${listener.url}/cut`)).rejects.toThrow()
    await cut.promise
    expect(traffic.seen(cursor).seen).toMatchObject([{ path: '/cut', status: 0 }])
  })
})
