import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAccountNumber } from '../../../contracts/identity/account-number.ts'
import { parseNationalIdentityNumber } from '../../../contracts/identity/national-identity-number.ts'
import { parseOrganisationNumber } from '../../../contracts/identity/organisation-number.ts'
import {
  accountNumberFrom,
  dNumberFrom,
  firstThatExists,
  fødselsnummerFrom,
  organisationNumberFrom,
} from './numbers.ts'

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))
const birth = fc.record({
  year: fc.integer({ min: 1900, max: 1999 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
})
const individual = fc.integer({ min: 0, max: 499 })

describe('numbers with check digits', () => {
  it('are those that the parsers of the contracts take', () => {
    fc.assert(fc.property(digits(10), (stem) => [null, stem].includes(accountNumberFrom(stem)?.slice(0, 10) ?? null)))
    fc.assert(
      fc.property(digits(10), (stem) => {
        const number = accountNumberFrom(stem)
        return number === null || parseAccountNumber(number).ok
      }),
    )
    fc.assert(
      fc.property(digits(8), (stem) => {
        const number = organisationNumberFrom(stem)
        return number === null || parseOrganisationNumber(number).ok
      }),
    )
  })

  it('mark synthetic persons, and holders of a D-number', () => {
    fc.assert(
      fc.property(birth, individual, (born, drawn) => {
        for (const [make, kind] of [
          [fødselsnummerFrom, 'fnr'],
          [dNumberFrom, 'dnr'],
        ] as const) {
          const number = make(born, drawn)
          if (number === null) continue
          const read = parseNationalIdentityNumber(number)
          expect(read).toMatchObject({ ok: true, value: { kind, synthetic: true } })
        }
      }),
    )
  })

  it('know published numbers', () => {
    expect(organisationNumberFrom('91033681')).toBe('910336819')
    expect(accountNumberFrom('1234567890')).toBe('12345678903')
  })

  it('refuse a stem without a check digit', () => {
    const without = Array.from({ length: 100 }, (_, index) =>
      organisationNumberFrom(`312000${String(index).padStart(2, '0')}`),
    )
    expect(without).toContain(null)
  })

  it('say so when nothing is ever found', () => {
    expect(() => firstThatExists(() => null)).toThrow(/source of randomness/)
  })
})
