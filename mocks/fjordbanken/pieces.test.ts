import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDay, yearBefore } from './days.ts'
import { told } from './differences.ts'
import { writeJson } from './json.ts'
import { isPartyId } from './party-id.ts'
import { createMemory } from './rules.ts'
import { createSealedWords, referenceTo, wordIn } from './sealed-words.ts'

describe('JSON as Fjordbanken writes it', () => {
  it('has the same values for every reader', () => {
    const without = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(without)
      if (value === null || typeof value !== 'object') return Object.is(value, -0) ? 0 : value
      const members = Object.entries(value).filter(([name]) => name !== told.extraMember.here)
      return Object.fromEntries(members.map(([name, member]) => [name, without(member)]))
    }
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(without(JSON.parse(writeJson(value)))).toEqual(without(value))
      }),
    )
  })

  it('is ASCII, in reverse, with an exponent here and two decimals there', () => {
    const text = writeJson({ navn: 'Ås/Bø', beløp: 1500, rente: 0.1, kurs: 1.0375, null: undefined })
    expect(text).toMatch(/^[\x20-\x7e\r\n]*$/)
    expect(text).toContain('1.5e+3')
    expect(text).toContain('0.10,')
    expect(text).toContain('1.0375')
    expect(text.indexOf('"navn"')).toBeGreaterThan(text.indexOf('"rente"'))
  })
})

describe('a sealed word', () => {
  const words = createSealedWords('a')

  it('is another one each time, and means the same', () => {
    const [one, other] = [referenceTo(words, 'konto-1'), referenceTo(words, 'konto-1')]
    expect(one).not.toBe(other)
    expect([wordIn(words, one), wordIn(words, other)]).toEqual(['konto-1', 'konto-1'])
    expect(decodeURIComponent(encodeURIComponent(one))).toBe(one)
    expect(encodeURIComponent(one).length).toBeLessThan(200)
  })

  it('is nothing to another bank, and not after a change of any character', () => {
    const word = words.seal('side x 1')
    expect(createSealedWords('b').open(word)).toBeNull()
    const letters = fc.constantFrom(...'AZaz09-_')
    fc.assert(
      fc.property(fc.nat({ max: word.length - 1 }), letters, (at, letter) => {
        const changed = word.slice(0, at) + letter + word.slice(at + 1)
        expect(words.open(changed)).toBe(changed === word ? 'side x 1' : null)
      }),
    )
  })

  it.each(['', 'x', 'k:', 'k:= +/%2Fø~', '00000000-0000-4000-8000-000000000000', '90010012349'])('is not %j', (text) =>
    expect(wordIn(words, text)).toBeNull(),
  )
})

describe('days', () => {
  it.each(['2025-02-30', '2025-1-1', '01.01.2025', '2025-01-01T00:00:00', '', '0001-01-01'])('%j is none', (text) =>
    expect(isDay(text)).toBe(false),
  )

  it.each([
    ['2026-11-20', '2025-11-20'],
    ['2024-02-29', '2023-02-28'],
    ['2025-02-28', '2024-02-28'],
  ])('twelve months before %s is %s', (day, before) => {
    expect(isDay(day)).toBe(true)
    expect(yearBefore(day)).toBe(before)
  })
})

describe('a party', () => {
  it.each(['910336819', '08086001471', '21097400153', '910491482'])('%s is one', (id) =>
    expect(isPartyId(id)).toBe(true),
  )

  it.each(['12345678', '123456789012', 'ABCDEFGHI', '910336818', '08086001472', ''])('%j is none', (id) =>
    expect(isPartyId(id)).toBe(false),
  )
})

describe('the memory of CorrelationIDs', () => {
  it('knows what was used, and lets the oldest go', () => {
    const memory = createMemory()
    expect([memory.isNew('first'), memory.isNew('first')]).toEqual([true, false])
    for (let index = 0; index < 20_000; index += 1) memory.isNew(String(index))
    expect(memory.isNew('first')).toBe(true)
  })
})
