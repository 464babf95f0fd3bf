import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minusMonths, parseIsoDate } from '../../../contracts/calendar.ts'
import { parseNationalIdentityNumber } from '../../../contracts/identity/national-identity-number.ts'
import { parseOrganisationNumber } from '../../../contracts/identity/organisation-number.ts'
import { addDays, daysBetween, osloTime } from './days.ts'
import { ownedBy } from './queries.ts'
import { bankOf, fixturesOf, identifiersOf, makeWorld } from './world.ts'

const day = '2026-11-21'
const world = makeWorld({ seed: 7, day })
const fixtures = fixturesOf(world)

describe('the world', () => {
  it('is the same for the same seed and day', () => {
    expect(makeWorld({ seed: 7, day })).toEqual(world)
  })

  it('has other people for another seed, and the same debtors of the published set', () => {
    const other = makeWorld({ seed: 8, day })
    expect(fixturesOf(other).P3.id).not.toBe(fixtures.P3.id)
    expect(fixturesOf(other).P1.id).toBe(fixtures.P1.id)
    expect(identifiersOf(other)).not.toEqual(identifiersOf(world))
  })

  it('moves with the day', () => {
    const later = fixturesOf(makeWorld({ seed: 7, day: '2026-11-22' }))
    expect(later.P1.kjennelsesdato).toBe(addDays(fixtures.P1.kjennelsesdato as never, 1))
    expect(later.P3.id).toBe(fixtures.P3.id)
  })

  it('refuses a day that does not exist and a seed that is no whole number', () => {
    expect(() => makeWorld({ seed: 1, day: '2026-02-30' })).toThrow(/2026-02-30/)
    expect(() => makeWorld({ seed: 1.5, day })).toThrow(/1\.5/)
  })

  it('stands on any day', () => {
    const days = fc.date({ min: new Date('2024-01-01'), max: new Date('2031-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 1000 }), (date, seed) => {
        const on = date.toISOString().slice(0, 10)
        expect(fixturesOf(makeWorld({ seed, day: on })).A4.booked).toBe(2500)
      }),
      { numRuns: 4 },
    )
  })

  it('has a bank of its own with a valid number', () => {
    expect(parseOrganisationNumber(bankOf(world).organisationNumber).ok).toBe(true)
  })
})

describe('the fixtures', () => {
  it('are the debtors of the catalogue', () => {
    expect(fixtures.P1.id).toBe('910336819')
    expect(fixtures.P2.id).toBe('08086001471')
    expect(parseNationalIdentityNumber(fixtures.P3.id)).toMatchObject({
      ok: true,
      value: { kind: 'dnr', synthetic: true },
    })
    expect(parseNationalIdentityNumber(fixtures.P4.id)).toMatchObject({
      ok: true,
      value: { kind: 'fnr', synthetic: true },
    })
    expect(fixtures.P4.kjennelsesdato).toBeNull()
    expect(ownedBy(world, fixtures.P4.id)).not.toEqual([])
    expect(ownedBy(world, fixtures.P5.id)).toEqual([])
  })

  it('have rulings 20 to 60 days ago, each another, and one of more than a year', () => {
    const openings = world.notices.filter(({ type }) => type === 'aapning')
    const ages = openings.map(({ kjennelsesdato }) => daysBetween(kjennelsesdato, world.day))
    expect(new Set(ages).size).toBe(openings.length)
    expect(ages.filter((days) => days < 20 || days > 60)).toEqual([400])
    expect(fixtures.P13.kjennelsesdato).toBe(addDays(day as never, -400))
  })

  it('are told of in notices that came some days after the ruling', () => {
    for (const { kjennelsesdato, registered } of world.notices) expect(registered > kjennelsesdato).toBe(true)
  })

  it('have what the published notices say afterwards', () => {
    const typesOf = (id: string) => world.notices.filter(({ debtor }) => debtor === id).map(({ type }) => type)
    expect(fixtures.P10.id).toBe('08086002265')
    expect(typesOf(fixtures.P10.id)).toEqual(['aapning', 'sletting'])
    expect(fixtures.P11.id).toBe('910018469')
    expect(typesOf(fixtures.P11.id)).toEqual(['aapning', 'oppheving'])
    expect(fixtures.P12.id).toBe('910375237')
    expect(typesOf(fixtures.P12.id)).toEqual(['aapning', 'avslutning'])
  })

  it('give P1 accounts of several types with five booked transactions or more each', () => {
    const owned = ownedBy(world, fixtures.P1.id)
    expect(owned.map(({ type }) => type).toSorted()).toEqual([
      'businessAccount',
      'currencyAccount',
      'loanAccount',
      'savingsAccount',
    ])
    for (const { transactions, closed } of owned) {
      expect(closed).toBeNull()
      expect(transactions.filter(({ status }) => status === 'booked').length).toBeGreaterThanOrEqual(5)
    }
    expect(fixtures.P1.blockedAccounts).toHaveLength(3)
    expect(world.accounts.filter(({ others }) => others.some(({ party }) => party === fixtures.P1.id))).toHaveLength(2)
  })

  it('lay the large account inside twelve months before the ruling and today', () => {
    const { kjennelsesdato, firstBooked, lastBooked, booked } = fixtures.A4
    const ruling = parseIsoDate(kjennelsesdato)
    if (!ruling.ok) throw new Error('A4 has no ruling')
    expect(booked).toBe(2500)
    expect(firstBooked >= minusMonths(ruling.value, 12)).toBe(true)
    expect(lastBooked <= day).toBe(true)
  })
})

describe('the identifiers', () => {
  const identifiers = identifiersOf(world)

  it('name every number and name once', () => {
    const values = new Set(identifiers.map(({ value }) => value))
    expect(values.size).toBe(identifiers.length)
    for (const { id, name } of world.parties) expect([...values]).toEqual(expect.arrayContaining([id, name]))
    for (const { number, reference, transactions } of world.accounts) {
      expect(values.has(number) && values.has(reference)).toBe(true)
      for (const { counterParty } of transactions) {
        if (counterParty) expect(values.has(counterParty.name) && values.has(counterParty.account ?? '')).toBe(true)
      }
    }
  })

  it('are relative to the fixtures', () => {
    const named = (name: string) => identifiers.find((identifier) => identifier.name === name)?.value
    expect(named('P1.id')).toBe(fixtures.P1.id)
    expect(named('P1.account#2')).toBe(ownedBy(world, fixtures.P1.id)[1]?.number)
  })

  it('are never short enough to be found by chance', () => {
    for (const { value, name } of identifiers) expect(value.length, name).toBeGreaterThan(2)
  })
})

describe('days', () => {
  it('keep the clock of Oslo', () => {
    expect(osloTime('2026-01-15' as never, '12:00:00')).toBe('2026-01-15T12:00:00+01:00')
    expect(osloTime('2026-07-15' as never, '12:00:00')).toBe('2026-07-15T12:00:00+02:00')
  })

  it('count over the end of a year', () => {
    expect(addDays('2026-12-31' as never, 1)).toBe('2027-01-01')
    expect(daysBetween('2026-12-31' as never, '2027-03-01' as never)).toBe(60)
  })
})
