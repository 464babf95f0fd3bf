import { countryCodes, currencyCodes, lateCurrencyCodes, userAssignedCountryCodes } from '../../../contracts/codes.ts'
import { parseOrganisationNumber } from '../../../contracts/identity/organisation-number.ts'
import { type EnumerationName, enumerations } from '../../../contracts/kontrollinformasjon/enumerations.ts'
import { always, ifEver, wherePresent } from './every-account.ts'
import { isListOf, listKindOf } from './lists.ts'

/** What stands in the members of an account, row by row (catalogue 2.2). */

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
/** An empty text is not "no data" (Q12), and nothing either. */
const isThere = (value: unknown) => value !== null && value !== ''
const isOneOf = (name: EnumerationName) => (value: unknown) => enumerations[name].some((one) => one === value)
const isIn = (codes: ReadonlySet<string>, value: unknown) => typeof value === 'string' && codes.has(value)

const countries = ['/servicer/identifier/countryOfResidence', '/primaryOwner/identifier/countryOfResidence']

/** Digits of the number, and the type that belongs to so many. */
const typeByLength: Readonly<Record<number, string>> = { 9: 'countryIdentificationCode', 11: 'nationalIdentityNumber' }

function typeFor(owner: unknown): string | undefined {
  const { value } = ((owner as { identifier?: unknown } | null)?.identifier ?? {}) as { value?: unknown }
  return typeof value === 'string' && /^\d+$/.test(value) ? typeByLength[value.length] : undefined
}

export default [
  always(import.meta, {
    verifies: 'KI-ACC-003',
    at: '/accountIdentifier',
    what: 'every account should have its accountIdentifier as a text that is not empty',
    expected: 'text',
    holds: (value) => (value === '' ? 'tolerated' : typeof value === 'string'),
  }),
  always(import.meta, {
    verifies: 'KI-ACC-004',
    at: '/accountReference',
    what: 'every account should have an accountReference that is not empty',
    expected: 'text',
    holds: isText,
  }),
  always(import.meta, {
    verifies: 'KI-ACC-010',
    at: '/status',
    what: 'every account should have a status',
    expected: enumerations.AccountStatus,
    holds: isThere,
  }),
  wherePresent(import.meta, {
    verifies: 'KI-ACC-011',
    at: '/status',
    what: 'the status should be one of three values',
    expected: enumerations.AccountStatus,
    holds: isOneOf('AccountStatus'),
  }),
  ifEver(import.meta, {
    verifies: 'KI-ACC-014',
    at: '/type',
    what: 'the type should be one of eleven values',
    expected: enumerations.AccountType,
    holds: isOneOf('AccountType'),
  }),
  ifEver(import.meta, {
    verifies: 'KI-ACC-017',
    at: '/currency',
    what: 'the currency should be a code of ISO 4217',
    expected: 'three capital letters of ISO 4217',
    holds: (value) => isIn(currencyCodes, value) || isIn(lateCurrencyCodes, value),
  }),
  always(import.meta, {
    verifies: 'KI-ACC-018',
    at: ['/servicer/identifier/value', '/servicer/identifier/type'],
    what: 'every account should name its servicer by identifier, with value and type',
    expected: 'value and type',
    holds: isThere,
  }),
  wherePresent(import.meta, {
    verifies: 'KI-ACC-019',
    at: '/servicer/identifier/value',
    what: 'the servicer should be an organisation that the bank has declared as its own or as a servicer',
    expected: 'a declared organisation number',
    holds: (value, { target }) =>
      parseOrganisationNumber(value).ok && target.servicers.some((declared) => declared === value),
  }),
  wherePresent(import.meta, {
    verifies: 'KI-ACC-020',
    at: '/servicer/identifier/type',
    what: 'the servicer should be identified as an organisation',
    expected: 'countryIdentificationCode',
    holds: (value) => value === 'countryIdentificationCode',
  }),
  ifEver(import.meta, {
    verifies: 'KI-ACC-021',
    at: countries,
    what: 'a country should be a code of ISO 3166-1',
    expected: 'two capital letters of ISO 3166-1',
    holds: (value) => isIn(countryCodes, value) || (isIn(userAssignedCountryCodes, value) && 'tolerated'),
  }),
  ifEver(import.meta, {
    verifies: 'KI-ACC-022',
    at: '/servicer/name',
    what: 'the name of the servicer should have 1 to 140 characters',
    expected: '1 to 140 characters',
    // Code points, as JSON Schema counts them.
    holds: (value) => typeof value === 'string' && value !== '' && [...value].length <= 140,
  }),
  always(import.meta, {
    verifies: 'KI-ACC-023',
    at: ['/primaryOwner/identifier/value', '/primaryOwner/identifier/type'],
    what: 'every account should name its primary owner by identifier, with value and type',
    expected: 'value and type',
    holds: isThere,
  }),
  wherePresent(
    import.meta,
    {
      verifies: 'KI-ACC-025',
      at: '/primaryOwner/identifier/type',
      what: 'the type of the owner’s identifier should fit its number',
      expected: '9 digits: countryIdentificationCode; 11 digits: nationalIdentityNumber',
      holds: (value, { account }) => [undefined, value].includes(typeFor(account.primaryOwner)),
    },
    {
      needs: ['P1', 'P2', 'P3'],
      kindOf: (list, { fixtures }) => {
        const kind = listKindOf(list)
        const name = (['P1', 'P2', 'P3'] as const).find((one) => isListOf(list, [fixtures[one]?.id]))
        return kind === 'lists' && name !== undefined ? `lists of ${name}` : kind
      },
      atLeast: { 'lists of P1': 1, 'lists of P2': 1, 'lists of P3': 1 },
    },
  ),
  ifEver(import.meta, {
    verifies: 'KI-ACC-026',
    at: '/primaryOwner/permission',
    what: 'the permission should be one of three values',
    expected: enumerations.Permission,
    holds: isOneOf('Permission'),
  }),
  always(import.meta, {
    verifies: 'KI-ACC-035',
    at: '/name',
    what: 'the name of an account should not be delivered',
    expected: null,
    holds: (value) => value === null,
  }),
]
