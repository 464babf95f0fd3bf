import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { NoticeOrder, Publication } from '../../contracts/konkursvarsel/notice.ts'
import type { BrregStimulus, Failure } from '../../contracts/konkursvarsel/stimuli.ts'
import { type Alone, startAlone } from './testing/alone.ts'

let alone: Alone
beforeAll(async () => {
  alone = await startAlone()
  await publish({ notices: [first, second] })
})
afterEach(async () => {
  await alone.control.calm({})
  await alone.seen()
})
afterAll(() => alone.close())

const order = (n: number, registreringstidspunkt: string): NoticeOrder => ({
  uuid: `${n}0000000-0000-4000-8000-000000000000`,
  debtor: 'nobody',
  type: 'aapning',
  registreringstidspunkt,
})
const first = order(1, '2026-01-05T09:00:00.000Z')
const second = order(2, '2026-01-05T10:00:00.000Z')

const publish = (publication: Publication) => alone.control.publish({ publication })
type Does<S = BrregStimulus> = S extends BrregStimulus ? Omit<S, 'party'> : never
const stimulate = (does: Does) => alone.control.stimulate({ stimulus: { party: 'brreg', ...does } as BrregStimulus })

const since = '2026-01-01T00:00:00.000Z'
const listed = async (from = since) => {
  const list = (await alone.json(`/konkursvarsler/oppdatert/${from}`)) as {
    _embedded?: { konkursvarsler: { uuid: string; _links: { self: { href: string } } }[] }
  }
  return list._embedded?.konkursvarsler ?? []
}
const uuids = async (from = since) => (await listed(from)).map(({ uuid }) => uuid)
const status = async (path: string) => (await alone.get(path)).status

describe('a list or a detail that fails', () => {
  it.each(['401', '403', '404', '429', '500', '503'] satisfies Failure[])('with %s, so many times', async (how) => {
    await stimulate({ does: 'fails', on: 'list', how, times: 2, retryAfter: 7 })
    const path = `/konkursvarsler/oppdatert/${since}`
    expect(await status(`/konkursvarsler/${first.uuid}`)).toBe(200)
    expect((await alone.get(path)).headers['retry-after']).toBe('7')
    expect([await status(path), await status(path)]).toEqual([Number(how), 200])
    const served = (await alone.seen()).map(({ brreg }) => brreg?.served?.count)
    expect(served).toEqual([undefined, undefined, undefined, 2])
  })

  it('for one notice alone', async () => {
    await stimulate({ does: 'fails', on: 'detail', how: '500', notice: first.uuid })
    expect(await status(`/konkursvarsler/${first.uuid}`)).toBe(500)
    expect(await status(`/konkursvarsler/${second.uuid}`)).toBe(200)
    expect(await status(`/konkursvarsler/${first.uuid}`)).toBe(500)
  })

  it('by cutting the connection, before the answer or in the middle of it', async () => {
    await stimulate({ does: 'fails', on: 'list', how: 'reset', times: 1 })
    await stimulate({ does: 'fails', on: 'list', how: 'truncated', times: 1 })
    await expect(alone.get('/konkursvarsler')).rejects.toThrow()
    await expect(alone.get('/konkursvarsler')).rejects.toThrow()
    expect(await status('/konkursvarsler')).toBe(200)
    const seen = (await alone.seen()).map(({ status, brreg }) => [status, brreg?.asked, brreg?.served?.count])
    expect(seen).toEqual([
      [0, 'full-list', undefined],
      [200, 'full-list', undefined],
      [200, 'full-list', 2],
    ])
  })

  it('by saying nothing, which is seen at once, until it is calm', async () => {
    await stimulate({ does: 'fails', on: 'detail', how: 'hang' })
    const hanging = alone.get(`/konkursvarsler/${first.uuid}`).then(
      () => 'answered',
      () => 'cut off',
    )
    const seen = await untilSeen()
    expect(seen).toMatchObject([{ status: 0, brreg: { asked: 'detail', notice: first.uuid } }])
    await alone.control.calm({})
    expect(await hanging).toBe('cut off')
    expect(await alone.seen()).toEqual([])
  })

  it('by a page of HTML that says 200', async () => {
    await stimulate({ does: 'fails', on: 'list', how: 'html' })
    const { status, headers } = await alone.get('/konkursvarsler')
    expect([status, headers['content-type']]).toEqual([200, 'text/html;charset=UTF-8'])
  })
})

async function untilSeen() {
  for (;;) {
    const seen = await alone.seen()
    if (seen.length > 0) return seen
    await new Promise(setImmediate)
  }
}

it('an outage is all of it', async () => {
  await stimulate({ does: 'outage' })
  expect([await status('/'), await status('/konkursvarsler')]).toEqual([503, 503])
})

it('several are in force at once', async () => {
  await stimulate({ does: 'compares-inclusively' })
  await stimulate({ does: 'orders', order: 'descending' })
  expect(await uuids(first.registreringstidspunkt)).toEqual([second.uuid, first.uuid])
  await alone.control.calm({})
  expect(await uuids(first.registreringstidspunkt)).toEqual([second.uuid])
})

it.each([
  ['array', { _embedded: { konkursvarsler: [] } }],
  ['object', {}],
  ['links', { _links: { self: { href: expect.stringMatching(/oppdatert\/2030-01-01T00:00:00\.000Z$/) } } }],
] as const)('an empty list as %s', async (form, body) => {
  await stimulate({ does: 'lists-nothing-as', form })
  expect(await alone.json('/konkursvarsler/oppdatert/2030-01-01T00:00:00.000Z')).toEqual(body)
  expect(await alone.seen()).toMatchObject([{ brreg: { served: { count: 0, notices: [], latest: null } } }])
})

it('a marked link shows who follows it, also later, and who goes by the documented path', async () => {
  expect(await status(`/konkursvarsler/${first.uuid}`)).toBe(200)
  await stimulate({ does: 'links', href: 'marked' })
  const href = (await listed())[0]?._links.self.href ?? ''
  expect(await status(`/konkursvarsler/${first.uuid}`)).toBe(200)
  await alone.control.calm({})
  expect((await alone.call(href)).status).toBe(200)
  const ways = (await alone.seen()).map(({ brreg }) => brreg?.way)
  expect(ways).toEqual([undefined, undefined, 'path', 'href'])
})

it('a foreign link leads to another host of ours, which tells who came', async () => {
  await stimulate({ does: 'links', href: 'foreign-host' })
  const href = (await listed())[0]?._links.self.href ?? ''
  expect(new URL(href).host).not.toBe(new URL(alone.parties.brreg.url).host)
  expect((await alone.call(href)).status).toBe(200)
  expect(await alone.seen()).toMatchObject([
    {},
    { brreg: { asked: 'detail', way: 'foreign-host', notice: first.uuid } },
  ])
})

it('delays are waited for', async () => {
  await stimulate({ does: 'delays', ms: 30 })
  const begun = performance.now()
  await alone.get('/')
  expect(performance.now() - begun).toBeGreaterThan(29)
})

describe('publication', () => {
  it('is later than registration where that is ordered, on the clock of the parties', async () => {
    const late = { ...order(3, '2026-01-05T09:30:00.000Z'), shownFrom: '2126-01-01T00:00:00Z' }
    await publish({ notices: [late] })
    expect(await uuids()).not.toContain(late.uuid)
    expect(await status(`/konkursvarsler/${late.uuid}`)).toBe(404)
    expect(await alone.control.advance({ to: '2126-01-01T00:00:01.000Z' })).toEqual({
      now: expect.stringMatching(/^2126-01-01T00:00:01/),
    })
    expect(await uuids()).toContain(late.uuid)
    await alone.control.advance({ to: null })
    expect(await uuids()).not.toContain(late.uuid)
  })

  it('of a uuid that was there is delivered once more as it was, whatever time is asked from', async () => {
    const from = second.registreringstidspunkt
    await stimulate({ does: 'fails', on: 'list', how: '500', times: 1 })
    expect(await publish({ notices: [{ ...first, type: 'sletting' }] })).toEqual({ published: 1 })
    expect(await status(`/konkursvarsler/oppdatert/${from}`)).toBe(500)
    expect(await listed(from)).toMatchObject([{ uuid: first.uuid, type: 'aapning' }])
    expect(await listed(from)).toEqual([])
  })

  it('gives a notice what is asked for, and takes away what is not to be there', async () => {
    const odd = { ...order(4, '2026-01-05T11:00:00.000Z'), extra: { debitor: 17, nytt: ['felt'] }, without: ['type'] }
    await publish({ notices: [{ ...odd, detail: { konkursgrunnlag: 'T', avviklingskode: 'TVKA' } }] })
    const item = (await listed(second.registreringstidspunkt))[0]
    expect(item).toEqual({
      uuid: odd.uuid,
      registreringstidspunkt: odd.registreringstidspunkt,
      debitor: 17,
      nytt: ['felt'],
      _links: expect.anything(),
    })
    expect(await alone.json(`/konkursvarsler/${odd.uuid}`)).toMatchObject({ ...item, avviklingskode: 'TVKA' })
  })

  it.each([
    [{ ...first, debtor: 'K7' }, /K7/],
    [{ ...order(9, 'yesterday') }, /"yesterday"/],
  ] as const)('is refused whole where an order is of no use', async (wrong, message) => {
    const good = order(8, '2026-01-05T12:00:00.000Z')
    await expect(publish({ notices: [good, wrong] })).rejects.toThrow(message)
    expect(await uuids()).not.toContain(good.uuid)
  })
})
