import { type Branded, type Parsed, parsed, refused } from '../parsed.ts'
import { mod11, weights } from './check-digit.ts'

/** Eleven digits of a Norwegian account, the last one a MOD11 check digit. */
export type AccountNumber = Branded<'AccountNumber'>

/** No separators: `1234.56.78903` is how people write it, not how it is delivered (KI-ACC-037). */
export function parseAccountNumber(input: unknown): Parsed<AccountNumber> {
  const expected = 'an account number, 11 digits'
  if (typeof input !== 'string') return refused('not-text', expected)
  if (!/^\d{11}$/.test(input)) return refused('shape', expected)
  const fits = mod11(input, weights.account) === Number(input[10])
  return fits ? parsed(input as AccountNumber) : refused('check-digit', expected)
}
