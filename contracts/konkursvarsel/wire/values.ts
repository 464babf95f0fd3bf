import { parseDateTime } from '../../calendar.ts'
import { type NationalIdentity, parseNationalIdentityNumber } from '../../identity/national-identity-number.ts'
import { type OrganisationNumber, parseOrganisationNumber } from '../../identity/organisation-number.ts'
import { type Branded, type Parsed, parsed, refused } from '../../parsed.ts'

/** The values of a notice (catalogue, sections 2 and 5). */

/** The identity of a notice, not of an estate. In lower case, so that it compares as text. */
export type Uuid = Branded<'Uuid'>

export function parseUuid(input: unknown): Parsed<Uuid> {
  const expected = 'a UUID'
  if (typeof input !== 'string') return refused('not-text', expected)
  const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(input)
  return isUuid ? parsed(input.toLowerCase() as Uuid) : refused('shape', expected)
}

/** `yyyy-MM-dd'T'HH:mm:ss.SSS'Z'`. Compares as text in the order of time. */
export type RegistrationTime = Branded<'RegistrationTime'>

export interface Registration {
  readonly text: RegistrationTime
  /** Milliseconds since 1970. */
  readonly instant: number
}

const withMilliseconds = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

export function parseRegistration(input: unknown): Parsed<Registration> {
  const expected = "a time, yyyy-MM-dd'T'HH:mm:ss.SSS'Z'"
  if (typeof input !== 'string') return refused('not-text', expected)
  if (!withMilliseconds.test(input)) return refused('shape', expected)
  const time = parseDateTime(input)
  if (!time.ok || time.value.instant === null) return refused('calendar', 'a time that exists')
  return parsed({ text: input as RegistrationTime, instant: time.value.instant })
}

/** As Brreg writes it. Throws RangeError for what is no instant of the years 0000 to 9999. */
export function registrationAt(instant: number): RegistrationTime {
  const text = new Date(instant).toISOString()
  if (!withMilliseconds.test(text)) throw new RangeError('instant: a time of the years 0000 to 9999')
  return text as RegistrationTime
}

/** Who is bankrupt: text in any case, since a fødselsnummer may begin with 0. */
export type Debitor =
  | { readonly kind: 'organisation'; readonly number: OrganisationNumber }
  | ({ readonly kind: 'person' } & Omit<NationalIdentity, 'kind'>)

export function parseDebitor(input: unknown): Parsed<Debitor> {
  if (typeof input !== 'string')
    return refused('not-text', 'an organisation number, fødselsnummer or D-number, as text')
  if (input.length === 9) {
    const number = parseOrganisationNumber(input)
    return number.ok ? parsed({ kind: 'organisation', number: number.value }) : number
  }
  const person = parseNationalIdentityNumber(input)
  return person.ok ? parsed({ ...person.value, kind: 'person' }) : person
}
