import { describe, expect, it } from 'vitest'
import { parseAccountNumber } from '../../../../contracts/identity/account-number.ts'
import { parseNationalIdentityNumber } from '../../../../contracts/identity/national-identity-number.ts'
import { parseOrganisationNumber } from '../../../../contracts/identity/organisation-number.ts'
import { type KonkursRecipe, konkursFixtures, konkursRecipes } from '../../../../contracts/konkursvarsel/debtors.ts'
import { publishedNotices } from '../../../../contracts/konkursvarsel/published.ts'
import { closeAccount, openAccount } from '../changes.ts'
import type { World } from '../model.ts'
import { ownedBy } from '../queries.ts'
import { identifiersOf, konkursFixturesOf, makeWorld } from '../world.ts'

const day = '2026-11-20'
const world = makeWorld({ seed: 3, day })
const fixtures = konkursFixturesOf(world)
const recipes: readonly (readonly [keyof typeof fixtures, KonkursRecipe])[] = konkursFixtures.map((name) => [
  name,
  konkursRecipes[name],
])
const partyOf = (label: string, { parties }: World = world) => parties.find((party) => party.label === label)

describe('the debtors of Konkursvarsel', () => {
  it('are what their recipes say', () => {
    for (const [name, { kind, accounts }] of recipes) {
      const { id, accounts: held = [] } = fixtures[name]
      expect([name, held.map(({ product }) => product)]).toEqual([
        name,
        accounts.map((account) => (typeof account === 'string' ? account : account.product)),
      ])
      expect([name, held.map(({ blocked }) => blocked === true)]).toEqual([
        name,
        accounts.map((account) => typeof account !== 'string'),
      ])
      expect(held.every(({ accountIdentifier }) => parseAccountNumber(accountIdentifier).ok)).toBe(true)
      if (kind === 'organisation') expect([name, parseOrganisationNumber(id).ok]).toEqual([name, true])
      else {
        const number = parseNationalIdentityNumber(id)
        expect([name, number.ok && number.value.kind]).toEqual([name, kind === 'holderOfDNumber' ? 'dnr' : 'fnr'])
        expect([name, id.startsWith('0')]).toEqual([name, kind === 'personWithLeadingZero'])
      }
    }
  })

  it('are tied to each other', () => {
    expect(fixtures.K5.name).toBe(fixtures.K4.name)
    expect(fixtures.K5.accounts).toBeUndefined()
    expect(fixtures.K7.accounts?.[0]?.disponent).toBe('K6')
    const tied = world.ties.map(({ of, is, to }) => [of, is, to])
    for (const [of, is, to] of [
      ['K11', 'ENK', 'K10'],
      ['K13', 'TVAM', 'K12'],
      ['K9', 'owner', 'K8'],
      ['K15', 'konkursbo', 'K14'],
    ])
      expect(tied).toContainEqual([partyOf(of ?? '')?.id, is, partyOf(to ?? '')?.id])
  })

  it('have a year of transactions on K1', () => {
    for (const { transactions } of ownedBy(world, fixtures.K1.id)) {
      const days = transactions.map((one) => one.day)
      expect([days.some((one) => one < '2025-12-31'), days.some((one) => one > '2026-10-31')]).toEqual([true, true])
    }
  })

  it('stand among the identifiers that are never told', () => {
    const known = new Set(identifiersOf(world).map(({ value }) => value))
    for (const name of konkursFixtures) {
      const { id, accounts = [] } = fixtures[name]
      expect([name, known.has(id), accounts.every((one) => known.has(one.accountIdentifier))]).toEqual([
        name,
        true,
        true,
      ])
    }
  })

  it('have the debtors of the published set beside them, all but one as customers', () => {
    const debtors = [...new Set(publishedNotices.map(({ debitor }) => debitor))]
    expect(debtors.filter((id) => ownedBy(world, id).length === 0)).toEqual(['910491482'])
  })
})

describe('an account', () => {
  it('is opened under a number that nobody has, and closed; the world and the books agree', () => {
    const own = makeWorld({ seed: 3, day })
    const id = partyOf('K20', own)?.id ?? ''
    const opened = [openAccount(own, id, own.day), openAccount(own, id, own.day)]
    const numbers = opened.map((account) => account?.number ?? '')
    expect(new Set([...numbers, ...world.accounts.map(({ number }) => number)]).size).toBe(
      2 + new Set(world.accounts.map(({ number }) => number)).size,
    )
    expect(numbers.every((number) => parseAccountNumber(number).ok)).toBe(true)
    closeAccount(own, id, numbers[0] ?? '', own.day)
    expect(ownedBy(own, id).map(({ closed }) => closed)).toEqual([null, own.day, null])
    expect(ownedBy(own, id)).toEqual(own.accounts.filter(({ owner }) => owner === id))
    expect([closeAccount(own, id, '1', own.day), openAccount(own, '1', own.day)]).toEqual([null, null])
  })
})
