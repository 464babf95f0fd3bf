import { parseAccountNumber } from '../../contracts/identity/account-number.ts'
import { hasPersonDigits } from '../../contracts/identity/check-digit.ts'
import { parseNationalIdentityNumber } from '../../contracts/identity/national-identity-number.ts'
import { parseOrganisationNumber } from '../../contracts/identity/organisation-number.ts'

/** What a run of digits is, from its length and check digits alone. */

export const isAccountNumber = (text: string) => parseAccountNumber(text).ok
export const isNationalIdentityNumber = (text: string) => parseNationalIdentityNumber(text).ok
export const isOrganisationNumber = (text: string) => parseOrganisationNumber(text).ok

/** Looser than the parser: test registers shift the month in ways of their own, and a leak is a leak with any date. */
export const hasIdentityCheckDigits = (text: string) => /^\d{11}$/.test(text) && hasPersonDigits(text)

/** Longer than the number of any person, account or card: digits of something else. */
const mostDigits = 16

/** Ten digits of a script stand together, from a code point that ends in 0 or in 6. */
export function digitOfScript(one: string): string {
  const point = one.codePointAt(0) ?? 0
  const last = point & 15
  return String(/\p{Nd}/u.test(String.fromCodePoint(point - last)) ? last : last - 6)
}

/** What people and machines put between digits: up to three characters that are neither letters nor digits. */
const spaced = /^\d+(?:[^\p{L}\p{N}]{1,3}\d+)*$/u

/** `1234.56.78903` → `12345678903`; null when the text is anything but digits and what stands between them. */
export function plainDigits(text: string): string | null {
  const folded = text
    .replace(/&(?:[a-z]{2,8}|#160);|%20|%C2%A0/gi, ' ')
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/(?![0-9])\p{Nd}/gu, digitOfScript)
  const digits = folded.replace(/\D/g, '')
  return digits.length <= mostDigits && spaced.test(folded) ? digits : null
}

/** How digits were written: `1234.56.78903` → `4.2.5`; null when nothing stands between them. What nobody sees is named. */
export function spelling(text: string): string | null {
  if (/^[0-9]*$/.test(text)) return null
  const lengths = text.replace(/[0-9]+/g, (run) => String(run.length))
  const plain = lengths.replace(
    /[^\x20-\x27\x2a-\x7e]/gu,
    (one) => `[U+${(one.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}]`,
  )
  return plain.length <= 40 ? plain : 'annerledes'
}
