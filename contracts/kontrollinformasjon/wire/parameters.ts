import { type NationalIdentity, parseNationalIdentityNumber } from '../../identity/national-identity-number.ts'
import { type OrganisationNumber, parseOrganisationNumber } from '../../identity/organisation-number.ts'
import { type Branded, type Parsed, parsed, refused } from '../../parsed.ts'

/** What goes into a question (catalogue 1.3 and 6.1). */

/** Opaque handle of an account; any text but the empty one (Q7). */
export type AccountReference = Branded<'AccountReference'>

export function parseAccountReference(input: unknown): Parsed<AccountReference> {
  const expected = 'an account reference, a text that is not empty'
  if (typeof input !== 'string') return refused('not-text', expected)
  return input === '' ? refused('shape', expected) : parsed(input as AccountReference)
}

export type PartyId =
  | { readonly kind: 'organisation'; readonly number: OrganisationNumber }
  | { readonly kind: 'person'; readonly identity: NationalIdentity }

/**
 * Organisation number, fødselsnummer or D-number. The problem `check-digit` is kept apart from `shape`, because a bank
 * may let a wrong check digit through (KI-REQ-007).
 */
export function parsePartyId(input: unknown): Parsed<PartyId> {
  if (typeof input === 'string' && /^\d{9}$/.test(input)) {
    const organisation = parseOrganisationNumber(input)
    return organisation.ok ? parsed({ kind: 'organisation', number: organisation.value }) : organisation
  }
  if (typeof input === 'string' && /^\d{11}$/.test(input)) {
    const person = parseNationalIdentityNumber(input)
    return person.ok ? parsed({ kind: 'person', identity: person.value }) : person
  }
  return refused(typeof input === 'string' ? 'shape' : 'not-text', '9 digits, or 11 digits')
}

/** The text of a mandate after decoding. Which text is the right one, `profile.ts` says. */
export type LegalMandate = Branded<'LegalMandate'>

/** The characters of RFC 3986 that a percent-encoded text may hold; a blank or a section sign is not among them. */
const encoded = /^[\w.~!$&'()*+,;=:@/?%-]+$/

/**
 * Legal-Mandate as it stands in the header: percent-encoded UTF-8, whatever was encoded beyond need and in whatever
 * case the hex digits are (Q29). The text is taken exactly as decoded; `+` is a plus (Q30).
 */
export function parseLegalMandate(header: unknown): Parsed<LegalMandate> {
  const expected = 'a legal mandate, percent-encoded as UTF-8'
  if (typeof header !== 'string') return refused('not-text', expected)
  if (!encoded.test(header)) return refused(header === '' ? 'shape' : 'encoding', expected)
  try {
    return parsed(decodeURIComponent(header) as LegalMandate)
  } catch {
    return refused('encoding', expected)
  }
}
