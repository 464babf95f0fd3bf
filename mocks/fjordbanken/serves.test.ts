import { randomUUID } from 'node:crypto'
import { decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodedLegalMandate } from '../../contracts/kontrollinformasjon/profile.ts'
import { violations } from '../../contracts/kontrollinformasjon/schemas.ts'
import { resolveHref } from '../../contracts/kontrollinformasjon/wire.ts'
import { agreements } from '../bank/world/agreements.ts'
import { type Changes, dates, idOf, type Opened, openFjordbanken, world } from './testing/asking.ts'

let open: Opened
const ask = (changes: Changes) => open.ask(changes)

beforeAll(async () => {
  open = await openFjordbanken()
})
afterAll(() => open.close())

/** All accounts of a party, over all pages. */
async function accountsOf(label: string) {
  const headers = { PartyID: idOf(label) }
  const first = await ask({ headers })
  const found = [...first.body.accounts]
  let { links } = first.body
  for (;;) {
    const next = links?.find(({ rel }: { rel: string }) => rel === 'next')
    if (next === undefined) return found
    const page = await ask({ path: resolveHref(open.bank.baseUrl, next.href).path ?? '', headers })
    expect(page.status).toBe(200)
    found.push(...page.body.accounts)
    links = page.body.links
  }
}

const referenceOf = async (label: string, index = 0) =>
  encodeURIComponent((await accountsOf(label))[index].accountReference)
const numbersOf = (label: string) =>
  world.accounts.filter(({ owner }) => owner === idOf(label)).map(({ number }) => number)

describe('Fjordbanken serves', () => {
  it('lists that follow the schema, in pieces, sealed with RSA-OAEP', async () => {
    const list = await ask({})
    expect(list.type).toBe('application/JOSE')
    expect(decodeProtectedHeader(list.text)).toMatchObject({ alg: 'RSA-OAEP', enc: 'A256GCM', cty: 'application/json' })
    expect(violations('accounts', list.body)).toEqual([])
    expect(list.body.accounts).toHaveLength(3)
    const all = await accountsOf('P1')
    expect(all.map(({ accountIdentifier }) => accountIdentifier).sort()).toEqual(numbersOf('P1').sort())
  })

  it('details and transactions of every account that it lists, by any reference it ever wrote', async () => {
    const before = await accountsOf('P2')
    await accountsOf('P2')
    for (const { accountReference } of before) {
      const path = `/accounts/${encodeURIComponent(accountReference)}`
      const details = await ask({ path, query: { OnlyPrimaryOwner: null } })
      expect([details.status, violations('accountDetails', details.body)]).toEqual([200, []])
      expect(details.body.account.accountReference).toBe(accountReference)
      const transactions = await ask({ path: `${path}/transactions`, query: { OnlyPrimaryOwner: null } })
      expect([transactions.status, violations('transactions', transactions.body)]).toEqual([200, []])
    }
  })

  it('every transaction once, however many pages there are, and back again', async () => {
    const path = `/accounts/${await referenceOf(
      'A4',
      numbersOf('A4')
        .sort()
        .reverse()
        .indexOf(numbersOf('A4')[0] ?? ''),
    )}/transactions`
    const seen = new Set<string>()
    const pages = []
    for (let next: string | undefined = path; next !== undefined; ) {
      const page = await ask({ path: next })
      expect(page.status).toBe(200)
      for (const { transactionIdentifier } of page.body.transactions) seen.add(transactionIdentifier)
      pages.push(page.body)
      const link = page.body.links.find(({ rel }: { rel: string }) => rel === 'next')
      if (link !== undefined) expect(link.href.length).toBeLessThanOrEqual(500)
      next = link && (resolveHref(open.bank.baseUrl, link.href).path ?? undefined)
    }
    const from = dates.fromDate
    const [large] = world.accounts.filter(({ owner }) => owner === idOf('A4'))
    expect(seen.size).toBe(large?.transactions.filter(({ day }) => day >= from).length)
    const previous = pages[1].links.find(({ rel }: { rel: string }) => rel === 'prev')
    const first = await ask({ path: resolveHref(open.bank.baseUrl, previous.href).path ?? '' })
    expect(first.body.transactions).toEqual(pages[0].transactions)
  })

  it('partial answers with a reason where data lie elsewhere, and nothing of who is shielded', async () => {
    const [archived] = await accountsOf('A1')
    expect(archived.status).toBe('deleted')
    const details = await ask({ path: `/accounts/${encodeURIComponent(archived.accountReference)}` })
    expect(details.body).toMatchObject({ account: null, responseDetails: { status: 'partial', message: /manuelt/ } })
    const old = await ask({ path: `/accounts/${await referenceOf('A13')}/transactions` })
    expect(old.body.responseDetails.status).toBe('partial')
    const [shielded, stranger] = [
      await ask({ headers: { PartyID: idOf('P9') } }),
      await ask({ headers: { PartyID: idOf('P5') } }),
    ]
    expect(shielded.body).toEqual(stranger.body)
    expect(shielded.body.accounts).toEqual([])
  })

  it('another agency by its own mandate, sealed to that agency', async () => {
    const other = agreements.find(({ service }) => service !== 'konkurs')
    const token = await open.mint({
      claims: { consumer: { authority: 'iso6523-actorid-upis', ID: `0192:${other?.consumer}` } },
    })
    const mandate = encodeURIComponent(other?.legalMandate ?? '')
    const { status } = await ask({ token, headers: { 'Legal-Mandate': encodedLegalMandate } })
    expect(status).toBe(400)
    await expect(ask({ token, headers: { 'Legal-Mandate': mandate, PartyID: idOf('C2') } })).rejects.toThrow(
      /decryption/,
    )
  })

  it.each([
    [
      'another encoding of the mandate',
      { headers: { 'Legal-Mandate': encodedLegalMandate.replaceAll('(', '%28').replaceAll('%C2', '%c2') } },
    ],
    ['TRUE', { query: { OnlyPrimaryOwner: 'TRUE' } }],
    ['the other spelling', { query: { OnlyPrimaryOwner: null, onlyPrimaryOwner: 'true' } }],
    ['a toDate to come', { query: { toDate: '2026-12-24' } }],
    ['a uuid in braces', { headers: { AccountInfoRequestID: `{${randomUUID().toUpperCase()}}` } }],
    ['whatever Accept says', { headers: { Accept: 'application/json' } }],
  ] as const)('%s', async (_what, changes) => expect((await ask(changes)).status).toBe(200))
})
