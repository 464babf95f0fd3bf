import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFinder } from './known.ts'

const hex = (one: string, length: number) => one.charCodeAt(0).toString(16).padStart(length, '0')

/** Ways to write one character of ASCII; a text may mix them. */
const spellings: readonly ((one: string) => string)[] = [
  (one) => one,
  (one) => one.toUpperCase(),
  (one) => `%${hex(one, 2)}`,
  (one) => `%${hex(one, 2).toUpperCase()}`,
  (one) => `%25${hex(one, 2)}`,
  (one) => `\\u${hex(one, 4)}`,
  (one) => `&#${one.charCodeAt(0)};`,
  (one) => `&#x${hex(one, 2)};`,
]
const value = fc.oneof(fc.stringMatching(/^[1-9][0-9]{8,10}$/), fc.stringMatching(/^[a-z0-9 .:<"-]{8,20}$/))
const choices = fc.array(fc.nat(spellings.length - 1), { minLength: 20, maxLength: 20 })
const around = fc.string({ maxLength: 8, unit: fc.constantFrom(...'xyzæ /:%&\\"<+\n') })

describe('finding what a run has known', () => {
  it('finds it in any mixture of escapes, over its whole length', () => {
    fc.assert(
      fc.property(value, choices, around, around, (text, chosen, before, after) => {
        const written = [...text].map((one, at) => spellings[chosen[at] ?? 0]?.(one)).join('')
        const found = createFinder({ identifiers: [{ value: text, name: 'P1.id' }], secrets: [] })(
          before + written + after,
        )
        expect(
          found.some(({ index, length }) => index <= before.length && index + length >= before.length + written.length),
        ).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it('finds numbers as people write them', () => {
    const find = createFinder({ identifiers: [{ value: '12345678903', name: 'a' }], secrets: [] })
    for (const written of [
      '1234.56.78903',
      '1234 56 78903',
      '1234%2056%2078903',
      '1234\u00a056\u00a078903',
      '123456-78903',
    ]) {
      expect(find(`x ${written} y`), written).toHaveLength(1)
    }
  })

  it('finds short texts as words only, and shorter ones not at all', () => {
    const find = createFinder({
      identifiers: [
        { value: 'K-17', name: 'a' },
        { value: 'abc', name: 'b' },
      ],
      secrets: ['test'],
    })
    expect(find('my K-17 is').map(({ name }) => name)).toEqual(['{a}'])
    expect(find('XK-170 abc test')).toEqual([])
  })

  it('finds a long token among hundreds, and its signature alone', () => {
    const tokens = Array.from(
      { length: 300 },
      (_, n) => `eyJh.${'p'.repeat(60)}${n}.${String(n).padStart(3, '0')}${'s'.repeat(60)}`,
    )
    const find = createFinder({ identifiers: [], secrets: tokens })
    expect(find(`a ${tokens[7]} b`).some(({ index, secret }) => secret && index === 2)).toBe(true)
    expect(find(`a ${tokens[9]?.split('.')[2]} b`)).toHaveLength(1)
    expect(find(Buffer.from(`x${tokens[11]}`).toString('base64')).length).toBeGreaterThan(0)
  })
})
