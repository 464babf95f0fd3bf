import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Alone, startAlone } from './testing/alone.ts'

let alone: Alone
let strict: Alone
beforeAll(async () => {
  alone = await startAlone()
  strict = await startAlone({
    brreg: {
      manners: { colons: 'encoded', otherTimes: '400', names: { ...detailNames, debitornavn: 'navnPaaDebitor' } },
    },
  })
})
afterAll(() => Promise.all([alone.close(), strict.close()]))

import { detailNames } from '../../contracts/konkursvarsel/detail-names.ts'

const statusOf = async (at: Alone, path: string) => (await at.get(path)).status

it.each([
  ['2026-01-01T00:00:00.000Z', 200, 400],
  ['2026-01-01T00%3A00%3A00.000Z', 200, 200],
  ['2026-01-01T00:00:00Z', 200, 400],
  ['2026-01-01T01%3A00%3A00.000+01%3A00', 200, 400],
  ['2026-01-01', 200, 400],
  ['2026-01-01T00:00:00.000', 400, 400],
  ['2026-02-30T00:00:00.000Z', 400, 400],
  ['%E2%82', 400, 400],
  ['', 400, 400],
])('oppdatert/%s is answered %d, and strictly %d', async (since, lenient, severe) => {
  expect(await statusOf(alone, `/konkursvarsler/oppdatert/${since}`)).toBe(lenient)
  expect(await statusOf(strict, `/konkursvarsler/oppdatert/${since}`)).toBe(severe)
})

it.each([
  ['/konkursvarsler/not-a-uuid', 400],
  ['/konkursvarsler/00000000-0000-4000-8000-000000000000', 404],
  ['/konkursvarsler/', 404],
  ['/konkursvarsler/oppdatert', 400],
  ['/konkursvarsler/oppdatert/2026-01-01/x', 404],
  ['/elsewhere', 404],
  ['//', 404],
])('%s is answered %d', async (path, status) => {
  expect(await statusOf(alone, path)).toBe(status)
})

it('answers GET and HEAD, and JSON alone', async () => {
  const url = `${alone.parties.brreg.url}/konkursvarsler`
  expect((await alone.call(url, { method: 'HEAD' })).status).toBe(200)
  expect((await alone.call(url, { method: 'POST' })).status).toBe(405)
  for (const [accept, status] of [
    ['*/*', 200],
    ['application/json', 200],
    ['application/hal+json', 200],
    ['application/xml', 406],
  ] as const)
    expect((await alone.call(url, { headers: { accept } })).status).toBe(status)
})

it('has errors in four forms, one after the other', async () => {
  const types = new Set<unknown>()
  for (let turn = 0; turn < 4; turn += 1) types.add((await alone.get('/x')).headers['content-type'])
  expect(types).toEqual(new Set(['application/json;charset=UTF-8', undefined, 'text/html;charset=UTF-8']))
})

it('calls the members of a detail as it is told', async () => {
  const uuid = '00000000-0000-4000-8000-000000000001'
  await strict.control.publish({
    publication: {
      notices: [{ uuid, debtor: 'nobody', type: 'aapning', registreringstidspunkt: '2026-01-05T09:00:00.000Z' }],
    },
  })
  expect(await strict.json(`/konkursvarsler/${uuid}`)).toHaveProperty('navnPaaDebitor')
})

it('serves the list of a year, whole', async () => {
  const filler = { count: 12_400, from: '2025-01-01T00:00:00.000Z', to: '2026-01-01T00:00:00.000Z' }
  expect(await alone.control.publish({ publication: { notices: [], filler } })).toEqual({ published: 12_400 })
  const list = (await alone.json('/konkursvarsler')) as { _embedded: { konkursvarsler: { uuid: string }[] } }
  expect(new Set(list._embedded.konkursvarsler.map(({ uuid }) => uuid)).size).toBe(12_400)
})
