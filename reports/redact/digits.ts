import { parseAccountNumber } from '../../contracts/identity/account-number.ts'
import { mod11 } from '../../contracts/identity/check-digit.ts'
import { parseNationalIdentityNumber } from '../../contracts/identity/national-identity-number.ts'
import { parseOrganisationNumber } from '../../contracts/identity/organisation-number.ts'

/** What a run of digits is, from its length and check digits alone. */

export const isAccountNumber = (text: string) => parseAccountNumber(text).ok
export const isNationalIdentityNumber = (text: string) => parseNationalIdentityNumber(text).ok
export const isOrganisationNumber = (text: string) => parseOrganisationNumber(text).ok

const firstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2]
const secondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]

/** Looser than the parser: test registers shift the month in ways of their own, and a leak is a leak with any date. */
export const hasIdentityCheckDigits = (text: string) =>
  /^\d{11}$/.test(text) &&
  mod11(text, firstWeights) === Number(text[9]) &&
  mod11(text, secondWeights) === Number(text[10])

/** Longer than the number of any person, account or card: digits of something else. */
const mostDigits = 16

/** `1234.56.78903` → `12345678903`; null when the text is anything but digits and the separators people write. */
export function plainDigits(text: string): string | null {
  const digits = text.replace(/\D/g, '')
  return digits.length <= mostDigits && /^\d+(?:[ .\u00a0-]\d+)*$/.test(text) ? digits : null
}

/** How digits were written: `1234.56.78903` → `4.2.5`; null when nothing stands between them. */
export function spelling(text: string): string | null {
  return /\D/.test(text) ? text.replace(/\d+/g, (run) => String(run.length)) : null
}
