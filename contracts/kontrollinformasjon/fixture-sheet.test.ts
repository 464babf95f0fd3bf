import { describe, expect, it } from 'vitest'
import type { IsoDate } from '../calendar.ts'
import { fixturesSchema } from '../config/fixture-schema.ts'
import { parseNationalIdentityNumber } from '../identity/national-identity-number.ts'
import { parseOrganisationNumber } from '../identity/organisation-number.ts'
import { dayOf, fixtureSheet, noticeTypes, type Recipe, type Said } from './fixture-sheet.ts'
import { debtorNames, type FixtureName } from './fixtures.ts'

const recipes = Object.entries(fixtureSheet) as [FixtureName, Recipe][]
const anchors = { day: '2026-03-31' as IsoDate, ruling: '2026-02-28' as IsoDate }

describe('the sheet of fixtures', () => {
  it('has every fixture of the catalogue', () => {
    expect(recipes.map(([name]) => name)).toEqual([...debtorNames, 'C2'])
  })

  it.each(recipes)('%s says the same in both languages', (_, { title, more = [], answer, accounts }) => {
    const texts: readonly (Said | undefined)[] = [title, ...more, answer, ...accounts.map(({ note }) => note)]
    for (const text of texts.filter((one) => one !== undefined)) {
      expect(text.nb).not.toBe(text.en)
      expect(text.nb.endsWith('.')).toBe(text.en.endsWith('.'))
      const marked = (said: string) => said.match(/`[^`]+`/g) ?? []
      expect(marked(text.nb)).toEqual(marked(text.en))
    }
  })

  it.each(recipes)('%s names members that its configuration has', (name, { keys, accounts }) => {
    const known = Object.keys(fixturesSchema.properties[name].properties)
    for (const key of keys) expect(known).toContain(key.replace('?', ''))
    const days = accounts.flatMap((account) => Object.values(account).map((value) => (value as { key?: string })?.key))
    for (const key of days.filter((one) => one !== undefined)) expect(keys).toContain(key)
  })

  it('begins with the opening, and goes on in the order of days', () => {
    for (const [, { notices }] of recipes) {
      const days = notices.map(({ on }) => dayOf(on, anchors))
      expect(days).toEqual(days.toSorted())
      expect([undefined, 'aapning']).toContain(notices[0]?.type)
      for (const { type } of notices) expect(noticeTypes).toContain(type)
    }
  })

  it('names debtors of the published set by numbers that exist', () => {
    for (const [, { published = [] }] of recipes)
      for (const number of published)
        expect((number.length === 9 ? parseOrganisationNumber(number) : parseNationalIdentityNumber(number)).ok).toBe(
          true,
        )
  })

  it('reckons days from the run and months from the ruling', () => {
    expect(dayOf({ before: 'day', days: 31 }, anchors)).toBe('2026-02-28')
    expect(dayOf({ before: 'ruling', months: 11 }, anchors)).toBe('2025-03-28')
  })
})
