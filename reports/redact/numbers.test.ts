import { describe, expect, it } from 'vitest'
import { createGate } from './gate.ts'
import { LeakError, scan } from './scan.ts'
import { redactUrl } from './url.ts'
import { redactValue } from './value.ts'

/** Numbers with anything between their digits. Synthetic: the month of the person has 80 added. */
const person = '01895612045'
const account = '86011117947'
const known = { identifiers: [{ value: '01810112345', name: 'P1.id' }], secrets: [] }
const gateOf = () => createGate({ known, harmless: [] })

const separators = [
  ..." .-/_:\t\n\u2013\u2014\u202f\u2009\u00a0\u200b\u00ad'|*+~\\",
  ', ',
  '  ',
  ' - ',
  '&nbsp;',
  '%20',
  '&#160;',
]
const cut = (digits: string, separator: string, ...at: number[]) =>
  [0, ...at].map((from, part) => digits.slice(from, at[part])).join(separator)

function found(text: string): readonly string[] {
  try {
    scan(new Map([['a', text]]), known)
    return []
  } catch (error) {
    if (error instanceof LeakError) return error.leaks.map(({ kind }) => kind)
    throw error
  }
}

describe.each(separators.map((separator) => [JSON.stringify(separator), separator]))(
  'between digits %s',
  (_name, separator) => {
    it.each([
      ['a person, 6-5', cut(person, separator, 6)],
      ['an account, 4-2-5', cut(account, separator, 4, 6)],
      ['a known number', cut('01810112345', separator, 6)],
    ])('%s is masked, and found in a document', (_what, written) => {
      const text = `om ${written} her`
      const told = gateOf().prose(text)
      expect(told).toMatch(/^om (?:fnr#1|konto#1|\{P1\.id, ).* her$/s)
      expect(found(text)).toHaveLength(1)
      expect(found(JSON.stringify(text))).toHaveLength(1)
      expect(found(told)).toEqual([])
    })
  },
)

describe('digits of other scripts', () => {
  const scripts = { 'full width': 0xff10, arabic: 0x660, devanagari: 0x966, mathematical: 0x1d7ce }
  it.each(Object.entries(scripts))('%s', (_name, zero) => {
    const written = (digits: string) => [...digits].map((one) => String.fromCodePoint(zero + Number(one))).join('')
    for (const digits of [person, account, '01810112345']) {
      expect(found(`x ${written(digits)} y`)).toHaveLength(1)
      expect(found(gateOf().prose(`x ${written(digits)} y`))).toEqual([])
      expect(gateOf().prose(`x ${written(digits)} y`)).not.toContain(written(digits))
    }
  })
})

describe('groups that look like a number', () => {
  it.each([
    ['9999-91-61321', 'tall#1 (11 siffer, skrevet 4-2-5)'],
    ['9999.91.61321', 'tall#1 (11 siffer, skrevet 4.2.5)'],
    ['999991.61321', 'tall#1 (11 siffer, skrevet 6.5)'],
    ['999991-61321', 'tall#1 (11 siffer, skrevet 6-5)'],
  ])('%s is masked with wrong check digits too', (text, told) => expect(gateOf().prose(text)).toBe(told))
})

describe('what is readable stays', () => {
  it.each([
    '127.0.0.1:36491',
    'http://127.0.0.1:36491/v2',
    '2026-11-21 12:00:00',
    '2026-11-21, 400',
    'at 12:00:00.12345',
    '21.11.2026 12:30',
    'version 1.2.34 of 10.0.0.1',
    '200, 204, 404, 40',
    '30000 ms',
    'took 1234.56 ms',
    'suites/errors.check.ts:17:23',
  ])('%s', (text) => {
    expect(gateOf().prose(text)).toBe(text)
    expect(found(text)).toEqual([])
  })
})

describe('paths and names', () => {
  it.each([
    ['/kunder/8601/11/17947/x', '/kunder/konto#1 (MOD11 ok, skrevet 4/2/5)/x'],
    ['/kunder/0189/5612/045', '/kunder/fnr#1 (gyldig, skrevet 4/4/3)'],
    ['/kunder/018101/12345/cards', '/kunder/{P1.id, skrevet 6/5}/cards'],
    ['/kunder/a-8601/11/17947', '/kunder/referanse#1'],
  ])('%s', (path, told) => expect(redactUrl(gateOf(), path)).toBe(told))

  it('a number is no name of a member', () => {
    const told = redactValue(gateOf(), { [cut(account, '/', 4, 6)]: true, [cut(person, ' ', 6)]: true })
    expect(Object.keys(told as object)).toEqual([
      'konto#1 (MOD11 ok, skrevet 4/2/5)',
      expect.stringMatching(/^fnr#1 \(gyldig, skrevet 6 5\)$/),
    ])
  })
})
