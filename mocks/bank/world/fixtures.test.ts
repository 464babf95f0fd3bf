import { describe, expect, it } from 'vitest'
import { minusMonths } from '../../../contracts/calendar.ts'
import { type DebtorName, debtorNames } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import { firstDayAsked } from '../../../contracts/kontrollinformasjon/period.ts'
import type { Account } from './model.ts'
import { isBlocked, isShielded, kjennelsesdatoOf, ownedBy } from './queries.ts'
import { fixturesOf, identifiersOf, makeWorld } from './world.ts'

const world = makeWorld({ seed: 7, day: '2026-11-21' })
const fixtures = fixturesOf(world)

const accountOf = (name: DebtorName): Account => {
  const { accountIdentifier } = fixtures[name] as { accountIdentifier?: string }
  const found = ownedBy(world, fixtures[name].id).find(({ number }) => number === accountIdentifier)
  if (found === undefined) throw new Error(`${name} has no account of its own`)
  return found
}
const rolesOf = (name: DebtorName) =>
  world.accounts
    .flatMap(({ others }) => others.filter(({ party }) => party === fixtures[name].id))
    .map(({ role }) => role)
const firstDay = (name: DebtorName) => firstDayAsked(fixtures[name], world.day)
const inPeriod = (name: DebtorName) => accountOf(name).transactions.filter(({ day }) => day >= firstDay(name))
const bookedOf = ({ openingBalance, transactions }: Account) =>
  transactions.filter(({ status }) => status === 'booked').reduce((sum, { amount }) => sum + amount, openingBalance)

describe('the parties', () => {
  it('are each somebody else', () => {
    const ids = [...debtorNames.map((name) => fixtures[name].id), fixtures.C2.id]
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('with other roles only own nothing', () => {
    expect([rolesOf('P6'), rolesOf('P7'), rolesOf('P8')]).toEqual([
      ['disposer', 'coOwner'],
      ['guarantor'],
      ['coBorrower'],
    ])
    for (const name of ['P6', 'P7', 'P8'] as const) {
      expect(ownedBy(world, fixtures[name].id)).toEqual([])
      expect(fixtures[name].accounts).toEqual([])
    }
  })

  it('that are shielded, one of each grade, have accounts of which none is to be listed', () => {
    const shielded = world.parties.filter(({ id }) => isShielded(world, id))
    expect(shielded.map(({ shielding }) => shielding)).toEqual(['strengtFortrolig', 'fortrolig'])
    expect(shielded[0]?.id).toBe(fixtures.P9.id)
    for (const { id } of shielded) expect(ownedBy(world, id)).not.toEqual([])
    expect(fixtures.P9.accounts).toBeUndefined()
  })

  it('whose opening was taken back are open no more, and their rulings stay known', () => {
    expect([kjennelsesdatoOf(world, fixtures.P10.id), kjennelsesdatoOf(world, fixtures.P11.id)]).toEqual([null, null])
    expect(fixtures.P10.kjennelsesdato).not.toBeNull()
    expect(ownedBy(world, fixtures.P10.id).some((account) => isBlocked(world, account))).toBe(false)
  })

  it('whose estate is closed may still be asked about', () => {
    expect(kjennelsesdatoOf(world, fixtures.P12.id)).toBe(fixtures.P12.kjennelsesdato)
  })
})

describe('a later notice', () => {
  const opening = { debtor: '1', type: 'aapning', kjennelsesdato: '2026-01-05', registered: '2026-01-07' } as const
  const deleted = { ...opening, type: 'sletting', registered: '2026-02-01' } as const
  const again = { ...opening, kjennelsesdato: '2026-03-05', registered: '2026-03-07' } as const
  const ruling = (...notices: readonly object[]) => kjennelsesdatoOf({ ...world, notices } as never, '1')

  it('of a new opening decides, and its deletion gives the older one back', () => {
    expect(ruling(opening, deleted, again)).toBe('2026-03-05')
    expect(ruling(again, opening)).toBe('2026-03-05')
    expect(ruling(opening, again, { ...deleted, registered: '2026-04-01' })).toBe('2026-01-05')
  })
})

describe('the accounts', () => {
  it('closed in the period, before it and on its first day', () => {
    const { A1, A2, A3 } = fixtures
    expect(A1.closed > firstDay('A1') && A1.closed < world.day).toBe(true)
    expect(A2.closed < minusMonths(A2.kjennelsesdato as never, 12)).toBe(true)
    expect(A3.closed).toBe(firstDay('A3'))
    expect(A1.accounts).toEqual([A1.accountIdentifier])
    expect(A2.accounts).toHaveLength(1)
    expect(A2.accounts).not.toContain(A2.accountIdentifier)
    expect(A3.accounts).toEqual([A3.accountIdentifier])
  })

  it('without transactions, overdrawn, with a credit line, and in another currency', () => {
    expect(inPeriod('A5')).toEqual([])
    expect(accountOf('A5').transactions).not.toEqual([])
    expect(bookedOf(accountOf('A6'))).toBe(-345_678)
    expect([bookedOf(accountOf('A7')), accountOf('A7').blocked, accountOf('A7').creditLine]).toEqual([
      500_000, 200_000, 100_000,
    ])
    expect(accountOf('A8').currency).toBe('EUR')
  })

  it('of A9 has one of everything, on the first day and on the last', () => {
    const transactions = inPeriod('A9')
    const kinds = new Set(transactions.map(({ kind }) => kind))
    for (const kind of ['cardPurchase', 'cardPurchaseAbroad', 'reversal'] as const) expect(kinds).toContain(kind)
    const booked = transactions.filter(({ status }) => status === 'booked').map(({ day }) => day)
    expect([booked.at(0), booked.at(-1)]).toEqual([firstDay('A9'), world.day])
    expect(booked).toEqual(booked.toSorted())
    expect(transactions.filter(({ status }) => status === 'pending')).toHaveLength(1)
    expect(transactions.find(({ amount }) => amount === -10)?.day).toMatch(/-01$/)
  })

  it('of A10 passed to another, who has it under the same number and another reference', () => {
    const { A10 } = fixtures
    const [before, after] = world.accounts.filter(({ number }) => number === A10.accountIdentifier)
    expect([before?.owned.to, after?.owned]).toEqual([A10.transferred, { from: A10.transferred, to: null }])
    expect(before?.reference).not.toBe(after?.reference)
    expect(before?.transactions.every(({ day }) => day < A10.transferred)).toBe(true)
    expect(after?.transactions.every(({ day }) => day > A10.transferred)).toBe(true)
    expect(A10.transferred > firstDay('A10')).toBe(true)
  })

  it('of A11 was closed and opened again', () => {
    const { earlier, opened, closed } = accountOf('A11')
    expect([earlier?.closed, opened, closed]).toEqual([fixtures.A11.closed, fixtures.A11.reopened, null])
    expect(earlier && earlier.opened < earlier.closed && earlier.closed < opened).toBe(true)
  })

  it('of A12 and A13 are what they are there for', () => {
    expect(accountOf('A12').type).toBe('accountWithoutBalance')
    expect(fixtures.A13.manualBefore > firstDay('A13')).toBe(true)
    const older = inPeriod('A13').filter(({ day }) => day < fixtures.A13.manualBefore)
    expect(older.length).toBeGreaterThan(0)
    expect(older.length).toBeLessThan(inPeriod('A13').length)
  })
})

describe('the identifiers', () => {
  it('know every number of a fixture', () => {
    const values = new Set(identifiersOf(world).map(({ value }) => value))
    for (const { id, accounts = [] } of Object.values(fixtures) as { id: string; accounts?: string[] }[]) {
      for (const value of [id, ...accounts]) expect(values).toContain(value)
    }
  })
})
