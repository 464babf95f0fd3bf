import { afterAll, beforeAll, expect, it } from 'vitest'
import { publishedNotices } from '../../contracts/konkursvarsel/published.ts'
import { type Alone, organisationNumber, startAlone } from './testing/alone.ts'

let alone: Alone
beforeAll(async () => {
  alone = await startAlone({ debtors: { K1: { id: '310000018', name: 'Prøve & Sønn AS' } } })
})
afterAll(() => alone.close())

const uuid = '11111111-2222-4333-8444-555555555555'

interface List {
  readonly _embedded: { readonly konkursvarsler: readonly Record<string, unknown>[] }
}

it('lists, shows and tells who came, as the documents have it', async () => {
  await alone.control.publish({ publication: { notices: [], published: true } })
  const all = (await alone.json('/konkursvarsler')) as List
  expect(
    all._embedded.konkursvarsler.map(({ uuid, type, debitor, registreringstidspunkt }) => ({
      uuid,
      type,
      debitor,
      registreringstidspunkt,
    })),
  ).toEqual(publishedNotices)
  const [first] = all._embedded.konkursvarsler
  const links = first?._links
  expect(links).toEqual({ self: { href: `${alone.parties.brreg.url}/konkursvarsler/${publishedNotices[0]?.uuid}` } })
  const last = '2019-06-10T11:32:40.200Z'
  expect(await alone.json(`/konkursvarsler/oppdatert/${last}`)).toEqual({})
  await alone.control.publish({
    publication: {
      notices: [
        {
          uuid,
          debtor: 'K1',
          type: 'aapning',
          registreringstidspunkt: '2026-01-05T09:00:00.000Z',
          kjennelsesdato: '2026-01-05',
        },
      ],
    },
  })
  const news = (await alone.json(`/konkursvarsler/oppdatert/${encodeURIComponent(last)}`)) as List
  expect(news._embedded.konkursvarsler.map((notice) => notice.debitor)).toEqual(['310000018'])
  const detail = await alone.get(`/konkursvarsler/${uuid}`)
  expect(detail.headers['content-type']).toBe('application/json;charset=UTF-8')
  expect(JSON.parse(detail.text)).toMatchObject({
    debitor: '310000018',
    debitornavn: 'Prøve & Sønn AS',
    konkursgrunnlag: 'B',
  })
  const seen = await alone.seen()
  expect(seen.map(({ path, status, brreg }) => [path, status, brreg?.asked])).toEqual([
    ['/konkursvarsler', 200, 'full-list'],
    [`/konkursvarsler/oppdatert/${last}`, 200, 'updated-list'],
    [`/konkursvarsler/oppdatert/${encodeURIComponent(last)}`, 200, 'updated-list'],
    [`/konkursvarsler/${uuid}`, 200, 'detail'],
  ])
  expect(seen[2]?.brreg).toMatchObject({
    since: last,
    served: { count: 1, notices: [uuid], latest: '2026-01-05T09:00:00.000Z' },
    tls: {
      protocol: 'TLSv1.3',
      certificate: { organisationNumber, trusted: true, policies: ['2.16.578.1.26.1.0.3.2'] },
    },
  })
})
