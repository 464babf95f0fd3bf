import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, type IsoDate } from '../../../contracts/calendar.ts'
import {
  type Scene as AccountScene,
  day,
  detailsPath,
  listPath,
  setScene as setAccounts,
  transactionsPath,
} from '../kontrollinformasjon/testing/scene.ts'
import type { Bank } from '../start.ts'
import { build, type House, type Scene, setScene } from './testing/scene.ts'

/** What Brreg is told of a debtor follows from the notices that came by polling. */

let house: House
let scene: Scene
let accounts: AccountScene
let bank: Bank
beforeAll(async () => {
  house = await build()
  accounts = await setAccounts()
  scene = await setScene(house, { world: accounts.world })
  bank = await accounts.start()
})
afterAll(async () => {
  await Promise.all([accounts.close(), scene.close()])
  await house.close()
})

const idOf = (name: 'K1' | 'K49' | 'K16' | 'K10' | 'K20') => scene.fixtures[name]?.id ?? ''
const ask = (name: Parameters<typeof idOf>[0], path: string) =>
  accounts.ask(bank.baseUrl, { path, headers: { PartyID: idOf(name) } })
const ruling = '2026-11-10' as IsoDate
const twelveMonthsBefore = '2025-11-10' as IsoDate

describe('the account interface', () => {
  it('is closed for a party without a notice, and open with one: twelve months from the ruling, not from the registration', async () => {
    expect((await ask('K49', listPath('2026-06-01'))).status).toBe(403)
    await scene.publish({ debtor: 'K49', kjennelsesdato: ruling })
    await scene.client.poll()
    const first = await ask('K49', listPath(twelveMonthsBefore))
    expect([first.status, first.body.accounts.length]).toEqual([200, 1])
    expect((await ask('K49', listPath(addDays(twelveMonthsBefore, -1)))).status).toBe(400)
  })

  it('shows every account of a locked debtor as disabled, with balance and transactions', async () => {
    await scene.publish({ debtor: 'K1', kjennelsesdato: ruling })
    await scene.client.poll()
    const { body } = await ask('K1', listPath(twelveMonthsBefore))
    expect(body.accounts.map(({ status }: { status: string }) => status)).toEqual(Array(10).fill('disabled'))
    const { accountReference } = body.accounts[0]
    const details = await ask('K1', detailsPath(accountReference, twelveMonthsBefore))
    expect(details.body.account?.balances ?? details.body.balances).toHaveLength(2)
    const { body: told } = await ask('K1', transactionsPath(accountReference, twelveMonthsBefore))
    expect(told.transactions.length).toBeGreaterThanOrEqual(14)
  })

  it('is closed again after a sletting, and not after an avslutning', async () => {
    await scene.publish({ debtor: 'K10' }, { debtor: 'K20' })
    await scene.client.poll()
    expect((await ask('K10', listPath('2026-06-01'))).status).toBe(200)
    await scene.publish(
      { debtor: 'K10', type: 'sletting' },
      { debtor: 'K20', type: 'avslutning', detail: { avslutningskode: 'T' } },
    )
    await scene.client.poll()
    expect((await ask('K10', listPath('2026-06-01'))).status).toBe(403)
    expect((await ask('K20', listPath('2026-06-01'))).status).toBe(200)
    expect(await scene.states('K20')).toEqual(['enabled'])
  })

  it('counts from the day of registration where no ruling is told', async () => {
    const then = `${day}T12:00:00.000Z`
    await scene.control.advance({ to: then })
    await scene.hook('clock', { now: then })
    await scene.publish({
      debtor: 'K16',
      without: ['kjennelsesdato'],
      registreringstidspunkt: '2026-11-20T10:00:00.000Z',
    })
    await scene.client.poll()
    await scene.hook('clock', { now: null })
    await scene.control.advance({ to: null })
    expect((await ask('K16', listPath('2025-11-19'))).status).toBe(400)
    expect((await ask('K16', listPath('2025-11-20'))).status).toBe(200)
  })
})
