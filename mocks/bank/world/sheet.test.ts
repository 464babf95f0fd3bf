import { describe, expect, it } from 'vitest'
import type { IsoDate } from '../../../contracts/calendar.ts'
import {
  dayOf,
  fixtureSheet,
  type MomentKey,
  type Recipe,
} from '../../../contracts/kontrollinformasjon/fixture-sheet.ts'
import { type DebtorName, debtorNames } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import { firstDayAsked } from '../../../contracts/kontrollinformasjon/period.ts'
import type { Account } from './model.ts'
import { fixturesOf, makeWorld } from './world.ts'

/** The reference bank makes its test data as it tells other banks to. */

const world = makeWorld({ seed: 7, day: '2026-11-21' })
const fixtures = fixturesOf(world)
const names: readonly DebtorName[] = debtorNames
const recipes = names.map((name) => [name, fixtureSheet[name]] as const)
const anchorsOf = (name: DebtorName) => ({ day: world.day, ruling: fixtures[name].kjennelsesdato ?? world.day })

const roleOf = (account: Account, id: string) =>
  account.owner === id ? 'owner' : account.others.find(({ party }) => party === id)?.role

describe('the world keeps to the sheet', () => {
  it.each(recipes)('%s is who it says', (name, { kind }) => {
    const party = world.parties.find(({ id }) => id === fixtures[name].id)
    const expected = { person: 'person', holderOfDNumber: 'person', organisation: 'organisation' } as const
    if (kind in expected) expect(party?.kind).toBe(expected[kind as keyof typeof expected])
  })

  it.each(recipes)('%s has the notices', (name, { notices }) => {
    const received = world.notices.filter(({ debtor }) => debtor === fixtures[name].id)
    expect(received.map(({ type }) => type)).toEqual(notices.map(({ type }) => type))
    const later = notices.slice(1).map(({ on }) => dayOf(on, anchorsOf(name)))
    expect(received.slice(1).map(({ registered }) => registered)).toEqual(later)
  })

  it.each(recipes)('%s has the accounts, with as many transactions as are wanted', (name, { accounts }) => {
    const { id } = fixtures[name]
    const from = firstDayAsked(fixtures[name], world.day)
    for (const { product, role, transactions } of accounts) {
      const found = world.accounts.filter((one) => one.type === product && roleOf(one, id) === role)
      const most = Math.max(
        ...found.map((one) => one.transactions.filter(({ status, day }) => status === 'booked' && day >= from).length),
      )
      if (transactions.booked === 0) expect(most).toBe(0)
      else expect(most).toBeGreaterThanOrEqual(transactions.booked)
    }
  })

  it.each(recipes)('%s has the days that a configuration gives', (name, recipe) => {
    const given = fixtures[name] as unknown as Readonly<Record<MomentKey, IsoDate | undefined>>
    for (const [key, day] of momentsOf(recipe, name)) if (!isCounted(key)) expect(given[key], key).toBe(day)
  })
})

/** Days of A4 follow from what was counted. */
const isCounted = (key: MomentKey) => key === 'firstBooked' || key === 'lastBooked'

function momentsOf({ accounts }: Recipe, name: DebtorName): readonly (readonly [MomentKey, IsoDate])[] {
  return accounts.flatMap(({ closed, reopened, transferred, manualBefore }) =>
    [closed, reopened, transferred, manualBefore].flatMap((moment) =>
      moment?.key === undefined ? [] : [[moment.key, dayOf(moment, anchorsOf(name))] as const],
    ),
  )
}
