import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAccountNumber } from './account-number.ts'
import { parseNationalIdentityNumber } from './national-identity-number.ts'
import { parseOrganisationNumber } from './organisation-number.ts'

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''))

/** The endings that make the weighted sum, check digit included, a multiple of eleven: the rule said the other way. */
const endings = (front: string, weights: readonly number[]) =>
  [...'0123456789'].filter((last) => {
    const sum = [...(front + last)].reduce((total, digit, index) => total + Number(digit) * (weights[index] ?? 1), 0)
    return sum % 11 === 0
  })

const replaced = (text: string, index: number, by: string) => text.slice(0, index) + by + text.slice(index + 1)

/** Every number that differs in one place. */
const neighbours = (text: string) =>
  [...text].flatMap((digit, index) =>
    [...'0123456789'].filter((other) => other !== digit).map((other) => replaced(text, index, other)),
  )

describe.each([
  { name: 'organisation', parse: parseOrganisationNumber, weights: [3, 2, 7, 6, 5, 4, 3, 2] },
  { name: 'account', parse: parseAccountNumber, weights: [5, 4, 3, 2, 7, 6, 5, 4, 3, 2] },
])('the number of an $name', ({ parse, weights }) => {
  it('has at most one ending that is right, and one changed digit is refused', () => {
    fc.assert(
      fc.property(digits(weights.length), (front) => {
        const right = endings(front, weights)
        for (const last of '0123456789') expect(parse(front + last).ok).toBe(right.includes(last))
        for (const last of right) {
          expect(parse(front + last)).toEqual({ ok: true, value: front + last })
          for (const other of neighbours(front + last))
            expect(parse(other)).toMatchObject({ error: { problem: 'check-digit' } })
        }
      }),
    )
  })
})

describe('parseOrganisationNumber', () => {
  // Catalogue 5.2, and the organisations among the official notice debtors (6.3).
  it.each([
    ...['974760673', '889640782', '974761076', '915429785', '986186999', '991825827', '974720760'],
    ...['910375237', '910336819', '910425463', '910491482', '910018469'],
  ])('takes %s', (number) => {
    expect(parseOrganisationNumber(number)).toEqual({ ok: true, value: number })
  })

  it.each([
    ['974760674', 'check-digit'],
    ['97476067', 'shape'],
    ['9747606730', 'shape'],
    ['974 760 673', 'shape'],
    ['0192:974760673', 'shape'],
    ['٩٧٤٧٦٠٦٧٣', 'shape'],
    [974760673, 'not-text'],
  ])('refuses %j: %s', (input, problem) => {
    expect(parseOrganisationNumber(input)).toMatchObject({ ok: false, error: { problem } })
  })
})

describe('parseAccountNumber', () => {
  it('takes digits only', () => {
    expect(parseAccountNumber('12345678903').ok).toBe(true)
    expect(parseAccountNumber('1234.56.78903')).toMatchObject({ error: { problem: 'shape' } })
    expect(parseAccountNumber('12345678904')).toMatchObject({ error: { problem: 'check-digit' } })
  })
})

describe('parseNationalIdentityNumber', () => {
  const firstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2]
  const secondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]
  const twoDigits = (number: number) => String(number).padStart(2, '0')

  /** Numbers of every kind that has both check digits. */
  const numbers = fc
    .record({
      day: fc.integer({ min: 1, max: 28 }),
      month: fc.integer({ min: 1, max: 12 }),
      year: fc.integer({ min: 0, max: 99 }),
      individual: digits(3),
      kind: fc.constantFrom('fnr', 'dnr'),
      shift: fc.constantFrom(0, 40, 80),
    })
    .map(({ day, month, year, individual, kind, shift }) => {
      const front = twoDigits(day + (kind === 'dnr' ? 40 : 0)) + twoDigits(month + shift) + twoDigits(year) + individual
      const [first] = endings(front, firstWeights)
      const [second] = first === undefined ? [] : endings(front + first, secondWeights)
      return { number: second === undefined ? '' : front + first + second, kind, synthetic: shift > 0 }
    })
    .filter(({ number }) => number !== '')

  it('says of every number what kind it is, and refuses it with one changed digit', () => {
    fc.assert(
      fc.property(numbers, (made) => {
        expect(parseNationalIdentityNumber(made.number)).toEqual({ ok: true, value: made })
        for (const other of neighbours(made.number)) expect(parseNationalIdentityNumber(other).ok).toBe(false)
      }),
    )
  })

  it('needs the first check digit to be right as well, not only the one behind it', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 9 }), ({ number }, by) => {
        const wrong = number.slice(0, 9) + ((Number(number[9]) + by) % 10)
        for (const last of endings(wrong, secondWeights))
          expect(parseNationalIdentityNumber(wrong + last)).toMatchObject({ error: { problem: 'check-digit' } })
      }),
    )
  })

  // The persons among the official notice debtors (6.3); they carry no mark of being made up.
  it.each(['08086001471', '08086002265', '19020101140', '20020101351', '21097400153'])('takes %s', (number) => {
    expect(parseNationalIdentityNumber(number)).toEqual({ ok: true, value: { number, kind: 'fnr', synthetic: false } })
  })

  it.each([
    ['08086001472', 'check-digit'],
    ['08086001571', 'check-digit'],
    ['32010112345', 'calendar'],
    ['00010112345', 'calendar'],
    ['31040112345', 'calendar'],
    ['29020112345', 'calendar'],
    ['01130112345', 'calendar'],
    ['01000112345', 'calendar'],
    ['01400112345', 'calendar'],
    ['01930112345', 'calendar'],
    ['72010112345', 'calendar'],
    ['0808600147', 'shape'],
    ['080860 01471', 'shape'],
    ['', 'shape'],
    [8086001471, 'not-text'],
  ])('refuses %j: %s', (input, problem) => {
    expect(parseNationalIdentityNumber(input)).toMatchObject({ ok: false, error: { problem } })
  })
})

it('no parser throws, and no error repeats the input', () => {
  const parsers = [parseOrganisationNumber, parseAccountNumber, parseNationalIdentityNumber]
  fc.assert(
    fc.property(fc.oneof(fc.anything(), digits(9), digits(11)), (input) => {
      for (const parse of parsers) {
        const result = parse(input)
        if (!result.ok && typeof input === 'string' && input.length > 8)
          expect(JSON.stringify(result.error)).not.toContain(input)
      }
    }),
  )
})
