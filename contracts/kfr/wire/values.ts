import { publishedEnd } from '../../konkursvarsel/published-end.ts'
import { type Branded, type Parsed, parsed, refused } from '../../parsed.ts'

/** The values that stand in headers and in files (catalogue, sections 2 and 3). */

/** Fødselsnummer or D-number with eleven digits, organisation number with nine. Check digits are nobody's business (section 3). */
export type CustomerNumber = Branded<'CustomerNumber'>

export function parseCustomerNumber(input: unknown): Parsed<CustomerNumber> {
  const expected = 'a fødselsnummer, D-number or organisation number: 11 or 9 digits, leading zeros kept'
  if (typeof input !== 'string') return refused('not-text', expected)
  return /^(?:\d{9}|\d{11})$/.test(input) ? parsed(input as CustomerNumber) : refused('shape', expected)
}

export type CustomerKind = 'organisation' | 'person'
export const kindOf = (number: CustomerNumber): CustomerKind => (number.length === 9 ? 'organisation' : 'person')

/**
 * Whether it is marked as one of nobody: in the month of a person 40, 65 or 80 are added; organisations of test registers
 * begin with 2 or 3, real ones with 8 or 9. The debtors of Brreg's published test set bear no mark.
 */
export function isSynthetic(number: CustomerNumber): boolean {
  if (Object.hasOwn(publishedEnd, number)) return true
  return kindOf(number) === 'organisation' ? /^[23]/.test(number) : Number(number.slice(2, 4)) > 40
}

/** Eleven digits; the check digit is not looked at (OAS). */
export type AccountId = Branded<'AccountId'>

export function parseAccountId(input: unknown): Parsed<AccountId> {
  const expected = 'an account number, 11 digits'
  if (typeof input !== 'string') return refused('not-text', expected)
  return /^\d{11}$/.test(input) ? parsed(input as AccountId) : refused('shape', expected)
}

const uuidPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export const isUuid = (input: unknown): input is string => typeof input === 'string' && uuidPattern.test(input)

/** In any case: the documents write TRUE, and the known consumer sends true. Null for anything else. */
export function parseOnlyPrimaryOwner(input: unknown): boolean | null {
  const text = typeof input === 'string' ? input.toLowerCase() : ''
  return text === 'true' ? true : text === 'false' ? false : null
}

/** Percent-decoded; null where it cannot be, or holds nothing. */
export function parseLegalMandate(input: unknown): string | null {
  if (typeof input !== 'string' || input.trim() === '' || /[^\x20-\x7e]/.test(input)) return null
  try {
    return decodeURIComponent(input)
  } catch {
    return null
  }
}
