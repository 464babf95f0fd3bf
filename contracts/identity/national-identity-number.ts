import { type Branded, type Parsed, parsed, refused } from '../parsed.ts'
import { hasPersonDigits } from './check-digit.ts'

/** Fødselsnummer or D-number: `ddMMyy`, three individual digits, two check digits. */
export type NationalIdentityNumber = Branded<'NationalIdentityNumber'>

export interface NationalIdentity {
  readonly number: NationalIdentityNumber
  /** `dnr` when the day is written with 40 added. */
  readonly kind: 'fnr' | 'dnr'
  /** The month is written with 80 or 40 added, so nobody real has the number. */
  readonly synthetic: boolean
}

const longestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The century is not read from the individual digits: test registers do not keep to it. */
const exists = (day: number, month: number, year: number) =>
  day >= 1 && day <= (month === 2 && year % 4 !== 0 ? 28 : (longestMonths[month - 1] ?? 0))

export function parseNationalIdentityNumber(input: unknown): Parsed<NationalIdentity> {
  const expected = 'a fødselsnummer or D-number, 11 digits'
  if (typeof input !== 'string') return refused('not-text', expected)
  if (!/^\d{11}$/.test(input)) return refused('shape', expected)
  const [day, month, year] = [0, 2, 4].map((from) => Number(input.slice(from, from + 2))) as [number, number, number]
  const dnr = day > 40
  const shift = month > 80 ? 80 : month > 40 ? 40 : 0
  if (!exists(dnr ? day - 40 : day, month - shift, year)) return refused('calendar', expected)
  if (!hasPersonDigits(input)) return refused('check-digit', expected)
  return parsed({ number: input as NationalIdentityNumber, kind: dnr ? 'dnr' : 'fnr', synthetic: shift > 0 })
}
