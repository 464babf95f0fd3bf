import { decodeProtectedHeader } from 'jose'
import { describe, expect, it } from 'vitest'
import { minusMonths } from '../../../contracts/calendar.ts'
import { violations } from '../../../contracts/kontrollinformasjon/schemas.ts'
import { linkOf } from '../../../contracts/kontrollinformasjon/wire.ts'
import { addDays } from '../world/days.ts'
import { ownedBy } from '../world/queries.ts'
import { type Body, day, detailsPath, listPath, sceneOfTests, transactionsPath } from './testing/scene.ts'

const { scene, bank } = sceneOfTests()

const ask = (path: string, headers: Record<string, string | null> = {}) =>
  scene().ask(bank().baseUrl, { path, headers })
const from = (name: 'P1' | 'P2' | 'P3' | 'P5' | 'A4') => minusMonths(scene().fixtures[name].kjennelsesdato as never, 12)
const list = (name: 'P1' | 'P2' | 'P3' | 'P5' | 'A4') =>
  ask(listPath(from(name)), { PartyID: scene().fixtures[name].id })
const owned = (name: 'P1' | 'P2' | 'P3' | 'P4' | 'A4') => ownedBy(scene().world, scene().fixtures[name].id)

describe('the account list', () => {
  it.each(['P1', 'P2', 'P3', 'A4'] as const)('gives %s every account of its own and no other', async (name) => {
    const { status, body } = await list(name)
    expect(status).toBe(200)
    expect(violations('accounts', body)).toEqual([])
    expect(body.accounts.map((account: Body) => account.accountIdentifier)).toEqual(
      owned(name).map(({ number }) => number),
    )
    for (const { primaryOwner, status: state, name: nickname } of body.accounts) {
      expect(primaryOwner.identifier.value).toBe(scene().fixtures[name].id)
      expect(primaryOwner.identifier.type).toBe(name === 'P1' ? 'countryIdentificationCode' : 'nationalIdentityNumber')
      expect(state).toBe('disabled')
      expect(nickname).toBeUndefined()
    }
  })

  it('is empty and complete for a debtor who is no customer', async () => {
    const { status, body } = await list('P5')
    expect(status).toBe(200)
    expect(body).toEqual({ responseDetails: { status: 'complete' }, accounts: [] })
  })

  it('leaves out an account that was closed before the period, and keeps one that was closed on its first day', async () => {
    const closed = owned('P2').find((account) => account.closed !== null)
    const listed = async (first: string) => {
      const { body } = await ask(listPath(first), { PartyID: scene().fixtures.P2.id })
      return body.accounts.some((account: Body) => account.accountReference === closed?.reference)
    }
    expect(await listed(String(closed?.closed))).toBe(true)
    expect(await listed(addDays(closed?.closed as never, 1))).toBe(false)
  })

  it('understands TRUE, and treats a missing period as today', async () => {
    const { body: whole } = await list('P1')
    const { body } = await ask('/accounts?OnlyPrimaryOwner=TRUE')
    expect(body).toEqual(whole)
  })
})

describe('account details', () => {
  it('agree with the list, carry both balances of today, and no name of the servicer', async () => {
    for (const listed of (await list('P1')).body.accounts) {
      const { status, body } = await ask(detailsPath(listed.accountReference, from('P1')), { PartyID: null })
      expect(status).toBe(200)
      expect(violations('accountDetails', body)).toEqual([])
      const { servicer, balances, ...account } = body.account
      const { servicer: inList, ...rest } = listed
      expect(account).toMatchObject(rest)
      expect(servicer).toEqual({ identifier: inList.identifier })
      const types = balances.map((balance: Body) => balance.type)
      expect(types).toEqual(listed.type === 'loanAccount' ? ['bookedBalance'] : ['availableBalance', 'bookedBalance'])
    }
  })

  it('show a debt as a debit, and never a sign', async () => {
    const loan = owned('P1').find(({ type }) => type === 'loanAccount')
    const { body } = await ask(detailsPath(String(loan?.reference), from('P1')))
    expect(body.account.balances[0]).toMatchObject({ creditDebitIndicator: 'debit' })
    expect(body.account.balances[0].amount).toBeGreaterThan(0)
  })

  it('have reservations in the available balance alone', async () => {
    const [salary] = owned('P2')
    const { body } = await ask(detailsPath(String(salary?.reference), from('P2')))
    const [available, booked] = body.account.balances
    const signed = ({ amount, creditDebitIndicator }: Body) =>
      Math.round(amount * 100) * (creditDebitIndicator === 'debit' ? -1 : 1)
    const reserved = salary?.transactions
      .filter(({ status }) => status === 'pending')
      .reduce((sum, { amount }) => sum + amount, 0)
    expect(reserved).toBeLessThan(0)
    expect(signed(available) - signed(booked)).toBe(reserved)
  })

  it('give the booked balance of an earlier day, and none of a closed account', async () => {
    const [account] = owned('P1')
    const earlier = addDays(scene().world.day, -30)
    const { body } = await ask(detailsPath(String(account?.reference), from('P1'), earlier))
    expect(body.account.balances).toHaveLength(1)
    expect(body.account.balances[0]).toMatchObject({ type: 'bookedBalance', registered: `${earlier}T23:59:59+02:00` })
    const closed = owned('P2').find((one) => one.closed !== null)
    const after = await ask(detailsPath(String(closed?.reference), from('P2')))
    expect(after.body.account).toMatchObject({ endDate: closed?.closed, status: 'disabled' })
    expect(after.body.account.balances).toBeUndefined()
  })
})

describe('transactions', () => {
  it('are those of the period, both days included, in the shape of the schema', async () => {
    for (const name of ['P1', 'P2', 'P3'] as const) {
      for (const { reference, transactions } of owned(name)) {
        const { status, body } = await ask(transactionsPath(reference, from(name)))
        expect(status).toBe(200)
        expect(violations('transactions', body)).toEqual([])
        const wanted = transactions.filter((one) => one.day >= from(name)).map(({ identifier }) => identifier)
        expect(body.transactions.map((one: Body) => one.transactionIdentifier)).toEqual(wanted)
        expect(body.links).toBeUndefined()
      }
    }
  })

  it('include those on the first and on the last day', async () => {
    const booked = owned('P3')[0]?.transactions.filter((one) => one.day >= from('P3')) ?? []
    const [first, last] = [booked[1], booked[4]]
    const { body } = await ask(
      transactionsPath(String(owned('P3')[0]?.reference), String(first?.day), String(last?.day)),
    )
    const found = body.transactions.map((one: Body) => one.transactionIdentifier)
    expect(found).toEqual(booked.slice(1, 5).map(({ identifier }) => identifier))
  })

  it('carry directions, masked cards, rates that fit, and Norwegian letters', async () => {
    const [salary] = owned('P2')
    const { body } = await ask(transactionsPath(String(salary?.reference), from('P2')))
    const pending = body.transactions.filter((one: Body) => one.status === 'pending')
    expect(pending).toHaveLength(2)
    expect(pending[0].bookingDate).toBeUndefined()
    for (const {
      paymentCard,
      currencyExchange: exchange,
      amount,
      counterParties,
      creditDebitIndicator,
    } of body.transactions) {
      if (paymentCard) expect(paymentCard.cardIdentifier).toMatch(/^\d{6}X{6}\d{4}$/)
      if (exchange) expect(exchange.originalAmount * exchange.exchangeRate).toBeCloseTo(amount, 1)
      for (const { type } of counterParties ?? [])
        expect(type).toBe(creditDebitIndicator === 'debit' ? 'creditor' : 'debtor')
    }
    expect(body.transactions.some((one: Body) => one.reversalIndicator && one.additionalInfo.includes('ø'))).toBe(true)
  })

  it('are an empty list when there are none', async () => {
    const { status, body } = await ask(transactionsPath(String(owned('P1')[0]?.reference), day, day))
    expect(status).toBe(200)
    expect(body).toEqual({ responseDetails: { status: 'complete' }, transactions: [] })
  })
})

describe('pages', () => {
  it('hold everything once, a thousand at a time, behind relative links', async () => {
    const pages = await walk()
    expect(pages.map(({ transactions }) => transactions.length)).toEqual([1000, 1000, 500])
    for (const page of pages) expect(violations('transactions', page)).toEqual([])
    const identifiers = pages.flatMap(({ transactions }) => transactions.map((one: Body) => one.transactionIdentifier))
    expect(new Set(identifiers).size).toBe(scene().fixtures.A4.booked)
    expect(pages.at(-1)?.links.map(({ rel }: Body) => rel)).toEqual(['self'])
  })

  it('have cursors that need the headers and the token, and fit one account and one period', async () => {
    const first = (await ask(largePath())).body
    const next = String(linkOf(first, 'next'))
    const status = async (path: string, headers: Record<string, string | null> = {}) =>
      (await ask(path, headers)).status
    expect(await status(next)).toBe(200)
    expect(await status(next, { Authorization: null })).toBe(401)
    expect(await status(next, { 'Legal-Mandate': null })).toBe(400)
    expect(await status(next.replace(/toDate=[\d-]+/, `toDate=${addDays(scene().world.day, -1)}`))).toBe(400)
    const [, other] = owned('A4')
    expect(await status(next.replace(/accounts\/[^/]+/, `accounts/${other?.reference}`))).toBe(400)
    expect(await status(next.replace(/(cursor=.{10})./, (_, kept) => `${kept}_`))).toBe(400)
    expect(await status(`${next}x`)).toBe(400)
    expect(await status(`${next}&cursor=a`)).toBe(400)
  })

  it('give the same links for the same world, so that two runs ask the same questions', async () => {
    const other = await scene().start()
    const again = await scene().ask(other.baseUrl, { path: largePath() })
    expect(again.body.links).toEqual((await ask(largePath())).body.links)
  })

  const largePath = () => transactionsPath(String(owned('A4')[0]?.reference), from('A4'))
  async function walk(): Promise<Body[]> {
    const pages: Body[] = []
    for (let path: string | null = largePath(); path !== null; path = linkOf(pages.at(-1), 'next')) {
      expect(path).toMatch(/^\/accounts\//)
      pages.push((await ask(path)).body)
    }
    return pages
  }
})

describe('representations', () => {
  const of = async (accept: string | null, base = bank().baseUrl) => {
    const { status, headers } = await scene().ask(base, { path: listPath(day), headers: { Accept: accept } })
    return [status, headers['content-type']]
  }

  it('are a JWE for whoever does not ask for anything else', async () => {
    const { text, headers } = await list('P1')
    expect(headers).toMatchObject({ 'content-type': 'application/jose', 'cache-control': 'no-store' })
    expect(text).toMatch(/^[\w-]+(\.[\w-]+){4}$/)
    expect(decodeProtectedHeader(text)).toEqual({ alg: 'RSA-OAEP-256', enc: 'A128CBC-HS256' })
    expect(await of('*/*')).toEqual([200, 'application/jose'])
    expect(await of(null)).toEqual([200, 'application/jose'])
    expect(await of('application/*;q=0.1')).toEqual([200, 'application/jose'])
  })

  it('have a new content key and vector every time', async () => {
    const [one, other] = [(await list('P1')).text.split('.'), (await list('P1')).text.split('.')]
    expect(one[1]).not.toBe(other[1])
    expect(one[2]).not.toBe(other[2])
  })

  it('are plain in test on request, with the same data', async () => {
    const plain = await ask(listPath(from('P1')), { Accept: 'application/json' })
    expect(plain.headers).toMatchObject({ 'content-type': 'application/json', 'cache-control': 'no-store' })
    expect(JSON.parse(plain.text)).toEqual((await list('P1')).body)
  })

  it('are refused when nobody can give them', async () => {
    const { status, body } = await ask(listPath(from('P1')), { Accept: 'text/xml' })
    expect([status, body.code]).toEqual([406, 'ACC-013'])
  })

  it('are never plain in production', async () => {
    const production = await scene().start({ environment: 'production' })
    expect(await of('application/json', production.baseUrl)).toEqual([406, 'application/json'])
    expect(await of('application/json, application/jose;q=0.5', production.baseUrl)).toEqual([200, 'application/jose'])
    expect(await of(null, production.baseUrl)).toEqual([200, 'application/jose'])
  })
})

describe('the address', () => {
  it('may be another one outside: its text is the audience, and its path is served', async () => {
    const publicUrl = 'https://bank.example/dsop/v2/'
    const behind = await scene().start({ publicUrl })
    expect(behind.baseUrl).toBe(publicUrl)
    const token = await scene().parties.maskinporten.mint({}, { audience: publicUrl })
    for (const base of ['/dsop/v2', '/v2']) {
      expect((await scene().ask(behind.listenUrl + base, { path: listPath(day), token })).status).toBe(200)
      expect((await scene().ask(behind.listenUrl + base, { path: listPath(day) })).status).toBe(401)
    }
  })

  it('must be a URL', async () => {
    await expect(scene().start({ publicUrl: 'bank.example/v2' })).rejects.toThrow(/bank\.example\/v2/)
    await expect(scene().start({ maskinporten: {} })).rejects.toThrow(/maskinporten\.metadataUrl/)
  })

  it('may have any character in its path', async () => {
    const behind = await scene().start({ publicUrl: 'https://bank.example/a:b(c)*/v2' })
    const token = await scene().parties.maskinporten.mint({}, { audience: behind.baseUrl })
    const answer = await scene().ask(`${behind.listenUrl}/a:b(c)*/v2`, { path: listPath(day), token })
    expect(answer.status).toBe(200)
  })

  it('takes the issuer in place of its metadata', async () => {
    const { issuer } = scene().parties.maskinporten
    const other = await scene().start({ maskinporten: { issuer } })
    expect((await scene().ask(other.baseUrl, { path: listPath(day) })).status).toBe(200)
  })
})
