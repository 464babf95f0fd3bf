import { describe, expect, it } from 'vitest'
import { publicPartyOfTests } from '../testing/public-party.ts'
import { type Catalogue, type CatalogueOptions, startCatalogue } from './catalogue.ts'
import { createEntries } from './entries.ts'

const bank = { organisationNumber: '314703103', name: 'Banken', baseUrl: 'https://bank.example/v2' } as const
const listed = { orgNo: '314703103', name: 'Banken', url: 'https://bank.example/v2', version: 'V2', env: 'test' }
const entries = [
  bank,
  { ...bank, name: 'Gammel', version: 'V1', environment: 'prod', toDate: '2026-11-19' },
  { ...bank, name: 'Ny', baseUrl: 'https://bank.example/v3', version: 'V3', fromDate: '2026-11-21' },
] as const
const noon = Date.UTC(2026, 10, 20, 12)

const { party, start, caller, told, getJson } = publicPartyOfTests<Catalogue, CatalogueOptions>((shared) =>
  startCatalogue({ entries, now: () => noon, ...shared }),
)
const get = (path: string, at = party()) => getJson(`${at.harvestUrl}/${path}`)

describe('the endpoint catalogue', () => {
  it('lists what is in force today, without dates', async () => {
    expect(await get('Kontrollinformasjon?envelope=false')).toEqual({ status: 200, body: [listed] })
    expect(told.at(-1)?.said).toBe('1 entry listed')
  })

  it('lists what comes, with dates, in the extended form', async () => {
    const { body } = await get('KontrollinformasjonUtvidet?envelope=false')
    expect(body).toEqual([
      listed,
      { ...listed, name: 'Ny', url: 'https://bank.example/v3', version: 'V3', fromDate: '2026-11-21' },
    ])
  })

  it('has nobody in the list of another service', async () => {
    expect((await get('PantUtlegg?envelope=false')).body).toEqual([])
  })

  it('answers in an envelope unless that is declined', async () => {
    const { body } = await get('Kontrollinformasjon')
    expect(body.evidenceValues).toMatchObject([{ evidenceValueName: 'default', source: 'BITS' }])
    expect(JSON.parse(body.evidenceValues[0].value)).toEqual([listed])
  })

  it('knows a bank, or does not, and says so', async () => {
    expect((await get('Kontrollinformasjon?envelope=false&subject=314703103')).body).toEqual([listed])
    expect(told.at(-1)?.said).toBe('314703103 is registered: https://bank.example/v2')
    expect((await get('Kontrollinformasjon?envelope=false&subject=974760673')).body).toEqual([])
    expect(told.at(-1)?.said).toBe('974760673 is not registered')
  })

  it('answers at the address without a prefix, and to POST', async () => {
    const { origin } = new URL(party().harvestUrl)
    expect((await caller().get(`${origin}/directharvest/Kontrollinformasjon`)).status).toBe(200)
    expect((await caller().post(`${party().harvestUrl}/Kontrollinformasjon`, 'a=b')).status).toBe(200)
  })

  it.each([
    ['Kontrollinformasjon?subject=01810112345', 400, 'subject must be one organisation number'],
    ['Kontrollinformasjon?query=%5B0%5D', 400, 'JMESPath'],
    ['Kontrollinformasjon?envelope=no', 400, 'envelope must be'],
    ['kontrollinformasjon', 404, 'no such dataset; known are Kontrollinformasjon'],
    ['Kontrollinformasjon/x', 404, 'there is nothing here'],
    ['%ZZ', 400, ''],
  ])('refuses %s with %d', async (path, status, said) => {
    expect((await get(path)).status).toBe(status)
    expect(told.at(-1)?.said ?? '').toContain(said)
  })

  it('is read only', async () => {
    const { status, headers } = await caller().send('DELETE', `${party().harvestUrl}/Kontrollinformasjon`)
    expect([status, headers.allow]).toEqual([405, 'GET, POST'])
  })

  it('takes entries while it runs, and fails on demand', async () => {
    const own = await start({ entries: [] })
    own.register({ ...bank, environment: 'prod' })
    expect((await get('Kontrollinformasjon?envelope=false', own)).body).toEqual([{ ...listed, env: 'prod' }])
    own.outage(true)
    expect((await get('Kontrollinformasjon', own)).status).toBe(503)
    own.outage(false)
    expect((await get('Kontrollinformasjon', own)).status).toBe(200)
    expect(own.seen(0).seen.map(({ party, status }) => [party, status])).toEqual([
      ['catalogue', 200],
      ['catalogue', 503],
      ['catalogue', 200],
    ])
  })
})

describe('an entry', () => {
  it.each([
    [{ organisationNumber: '31470310' }, /nine digits/],
    [{ baseUrl: 'http://bank.example/v2' }, /https/],
    [{ baseUrl: 'https://bank.example/v2?x=1' }, /no query/],
    [{ fromDate: '1.1.2026' }, /yyyy-MM-dd/],
    [{ fromDate: '2026-01-02', toDate: '2026-01-01' }, /toDate lies before/],
  ])('with %j is refused', (changes, message) => {
    expect(() => createEntries([{ ...bank, ...changes }])).toThrow(message)
  })
})
