import { describe, expect, it } from 'vitest'
import { minusMonths } from '../../../contracts/calendar.ts'
import type { DebtorName } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import { firstDayAsked } from '../../../contracts/kontrollinformasjon/period.ts'
import {
  encodedLegalMandate,
  participantIdentifier,
  participantScheme,
} from '../../../contracts/kontrollinformasjon/profile.ts'
import { violations } from '../../../contracts/kontrollinformasjon/schemas.ts'
import { partyNamed } from '../world/parties.ts'
import { ownedBy } from '../world/queries.ts'
import {
  type Answer,
  type Body,
  day,
  detailsPath,
  listPath,
  type Question,
  sceneOfTests,
  transactionsPath,
} from './testing/scene.ts'

/** The conformant bank before each fixture of the catalogue's 8.1, as bosiden asks. */

const { scene, bank } = sceneOfTests()

const debtor = (name: DebtorName) => scene().fixtures[name]
const from = (name: DebtorName) => firstDayAsked(debtor(name), scene().world.day)
const list = (name: DebtorName, question: Partial<Question> = {}) =>
  scene().ask(bank().baseUrl, { path: listPath(from(name)), headers: { PartyID: debtor(name).id }, ...question })
const details = (name: DebtorName, reference: string) =>
  scene().ask(bank().baseUrl, { path: detailsPath(reference, from(name)) })
const transactions = (name: DebtorName, reference: string, first = from(name)) =>
  scene().ask(bank().baseUrl, { path: transactionsPath(reference, first) })

const numbersIn = ({ body }: Answer): readonly string[] =>
  body.accounts.map((account: Body) => account.accountIdentifier)
const specialOf = (name: DebtorName) => (debtor(name) as unknown as { accountIdentifier: string }).accountIdentifier

/** The account of the fixture as the list shows it. */
async function listed(name: DebtorName): Promise<Body> {
  const { body } = await list(name)
  return body.accounts.find(({ accountIdentifier }: Body) => accountIdentifier === specialOf(name))
}
const shown = async (name: DebtorName): Promise<Body> =>
  (await details(name, (await listed(name)).accountReference)).body.account

const served = [
  ...['P1', 'P2', 'P3', 'P5', 'P6', 'P7', 'P8', 'P12', 'P13', 'A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8'],
  ...['A9', 'A10', 'A11', 'A12', 'A13'],
] as DebtorName[]

describe('the list', () => {
  it.each(served)('of %s is complete and has every account that the fixture names', async (name) => {
    const answer = await list(name)
    expect(answer.status).toBe(200)
    expect(violations('accounts', answer.body)).toEqual([])
    expect(answer.body.responseDetails).toEqual({ status: 'complete' })
    expect(numbersIn(answer).toSorted()).toEqual([...(debtor(name).accounts ?? [])].toSorted())
    for (const { status, primaryOwner } of answer.body.accounts)
      expect([status, primaryOwner.identifier.value]).toEqual(['disabled', debtor(name).id])
  })

  it('of somebody who is shielded is that of somebody who is no customer, whatever the grade', async () => {
    const nobody = (await list('P5')).body
    expect((await list('P9')).body).toEqual(nobody)
    const { id } = partyNamed(scene().world.parties, 'Q7')
    expect((await list('P9', { headers: { PartyID: id } })).body).toEqual(nobody)
  })

  it.each(['P10', 'P11'] as const)('of %s, whose opening was taken back, is refused', async (name) => {
    const { status, body } = await list(name)
    expect([status, body.code]).toEqual([403, 'ACC-011'])
  })
})

describe('a reference', () => {
  it('of somebody who is shielded leads nowhere', async () => {
    const [account] = ownedBy(scene().world, debtor('P9').id)
    for (const ask of [details, transactions]) {
      const { status, body } = await ask('P9', account?.reference ?? '')
      expect([status, body.code]).toEqual([404, 'ACC-002'])
    }
  })

  it('of somebody whose opening was deleted is refused', async () => {
    const [account] = ownedBy(scene().world, debtor('P10').id)
    expect((await details('P10', account?.reference ?? '')).status).toBe(403)
  })
})

describe('the details', () => {
  it('of what is closed, passed on, or has no balance tell none', async () => {
    for (const name of ['A1', 'A3', 'A10', 'A12'] as const) expect((await shown(name)).balances, name).toBeUndefined()
  })

  it('of a closed account end when it was closed', async () => {
    expect(await shown('A1')).toMatchObject({ endDate: scene().fixtures.A1.closed, status: 'disabled' })
  })

  it('of an overdrawn account are a debit', async () => {
    const { balances } = await shown('A6')
    expect(balances.map(({ amount, creditDebitIndicator }: Body) => [amount, creditDebitIndicator])).toEqual([
      [3456.78, 'debit'],
      [3456.78, 'debit'],
    ])
  })

  it('leave the credit line out of what is available, and the blocked amount too', async () => {
    const { balances } = await shown('A7')
    expect(balances.map(({ type, amount }: Body) => [type, amount])).toEqual([
      ['availableBalance', 3000],
      ['bookedBalance', 5000],
    ])
    expect(balances[0]).toMatchObject({ creditLineIncluded: false, creditLineAmount: 1000, creditLineCurrency: 'NOK' })
  })

  it('are in the currency of the account', async () => {
    const { currency, balances } = await shown('A8')
    expect([currency, ...balances.map((one: Body) => one.currency)]).toEqual(['EUR', 'EUR', 'EUR'])
  })

  it("of an account that passed on are those of the time when it was the party's", async () => {
    const { transferred } = scene().fixtures.A10
    const account = await shown('A10')
    expect(account.primaryOwner).toMatchObject({ identifier: { value: debtor('A10').id }, endDate: transferred })
    expect(account.endDate).toBeUndefined()
  })

  it('of an account that was opened again tell of the latest time', async () => {
    const { reopened } = scene().fixtures.A11
    const account = await shown('A11')
    expect([account.startDate, account.endDate, account.primaryOwner.startDate]).toEqual([
      reopened,
      undefined,
      reopened,
    ])
  })
})

describe('the transactions', () => {
  it('of an account without any are an empty list, and complete', async () => {
    const { body } = await transactions('A5', (await listed('A5')).accountReference)
    expect(body).toEqual({ responseDetails: { status: 'complete' }, transactions: [] })
  })

  it('of A9 begin on the first day and end on the last', async () => {
    const { body } = await transactions('A9', (await listed('A9')).accountReference)
    expect(violations('transactions', body)).toEqual([])
    const days = body.transactions.flatMap(({ bookingDate }: Body) => bookingDate?.slice(0, 10) ?? [])
    expect([days.at(0), days.at(-1)]).toEqual([from('A9'), day])
    expect(body.transactions.filter(({ status }: Body) => status === 'pending')).toHaveLength(1)
    expect(body.transactions.some(({ reversalIndicator }: Body) => reversalIndicator)).toBe(true)
    expect(body.transactions.some(({ amount }: Body) => amount === 0.1)).toBe(true)
  })

  it('of A10 are those before it passed on', async () => {
    const { body } = await transactions('A10', (await listed('A10')).accountReference)
    const days = body.transactions.map(({ bookingDate }: Body) => bookingDate.slice(0, 10))
    expect(days.at(-1) < scene().fixtures.A10.transferred).toBe(true)
  })

  it('of A13 are partial where they reach into the archive, with the reason', async () => {
    const { manualBefore } = scene().fixtures.A13
    const { accountReference } = await listed('A13')
    const { body } = await transactions('A13', accountReference)
    expect(body.responseDetails).toEqual({ status: 'partial', message: expect.stringContaining(manualBefore) })
    expect(body.transactions[0].bookingDate.slice(0, 10) >= manualBefore).toBe(true)
    const later = await transactions('A13', accountReference, manualBefore)
    expect(later.body.responseDetails).toEqual({ status: 'complete' })
    expect(later.body.transactions).toEqual(body.transactions)
    expect((await details('A13', accountReference)).body.responseDetails).toEqual({ status: 'complete' })
  })

  it('of P13 reach from before the ruling until now', async () => {
    const [account] = (await list('P13')).body.accounts
    const { body } = await transactions('P13', account.accountReference)
    const days = body.transactions.map(({ bookingDate }: Body) => bookingDate.slice(0, 10))
    expect(days[0] < (debtor('P13').kjennelsesdato ?? '')).toBe(true)
    expect(days.at(-1) > (debtor('P13').kjennelsesdato ?? '')).toBe(true)
    expect(days[0] < minusMonths(scene().world.day, 12)).toBe(true)
  })
})

describe('another agency', () => {
  const token = () => ({
    claims: {
      consumer: { authority: participantScheme, ID: participantIdentifier(scene().fixtures.C2.organisationNumber) },
    },
  })
  const asked = (changes: Record<string, string> = {}) => {
    const { id, legalMandate } = scene().fixtures.C2
    const headers = { PartyID: id, 'Legal-Mandate': encodeURIComponent(legalMandate), ...changes }
    return scene().ask(bank().baseUrl, { path: listPath(minusMonths(scene().world.day, 6)), headers, token: token() })
  }

  it('is served, sealed so that Brreg cannot read it', async () => {
    const { status, text, body } = await asked()
    expect([status, text.split('.').length, body]).toEqual([200, 5, undefined])
    const plain = await asked({ Accept: 'application/json' })
    expect(numbersIn(plain)).toHaveLength(1)
    expect(plain.body.accounts[0].status).toBe('enabled')
  })

  it('may not use the mandate of konkurs, and Brreg not that of the other', async () => {
    const { legalMandate } = scene().fixtures.C2
    const konkurs = await asked({ 'Legal-Mandate': encodedLegalMandate })
    expect([konkurs.status, konkurs.body.code]).toEqual([403, 'ACC-011'])
    const theirs = { PartyID: debtor('P1').id, 'Legal-Mandate': encodeURIComponent(legalMandate) }
    const brreg = await list('P1', { headers: theirs })
    expect([brreg.status, brreg.body.code]).toEqual([400, 'ACC-001'])
  })
})
