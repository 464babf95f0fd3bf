import { type Branded, type Parsed, parsed, refused } from '../parsed.ts'
import { mod11, weights } from './check-digit.ts'

/** Nine digits of Enhetsregisteret, the last one a MOD11 check digit. */
export type OrganisationNumber = Branded<'OrganisationNumber'>

/** No separators. The first digit is left open: test registers give out other series than Enhetsregisteret. */
export function parseOrganisationNumber(input: unknown): Parsed<OrganisationNumber> {
  const expected = 'an organisation number, 9 digits'
  if (typeof input !== 'string') return refused('not-text', expected)
  if (!/^\d{9}$/.test(input)) return refused('shape', expected)
  const fits = mod11(input, weights.organisation) === Number(input[8])
  return fits ? parsed(input as OrganisationNumber) : refused('check-digit', expected)
}
