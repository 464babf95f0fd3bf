import { describe, expect, it } from 'vitest'
import { type SchemaName, violations } from '../schemas.ts'
import { bodies, withValue } from '../testing/full-bodies.ts'

const bad = (...rules: string[]) => rules
const list = '/accounts/0'
const balance = '/account/balances/0'
const item = '/transactions/0'

describe('one rule at a time', () => {
  it.each<[SchemaName, string, unknown, readonly string[]]>([
    ['accounts', '/responseDetails/status', 'Complete', bad('enum: ResponseStatus')],
    ['accounts', '/responseDetails/status', 'partial', []],
    ['accounts', '/accounts', [], []],
    ['accounts', '/accounts', {}, bad('type: array')],
    ['accounts', '/links', [], []],
    ['accounts', `${list}/accountIdentifier`, '', []],
    ['accounts', `${list}/accountIdentifier`, 12345678903, bad('type: string')],
    ['accounts', `${list}/status`, 'blocked', bad('enum: AccountStatus')],
    ['accounts', `${list}/type`, 'depositAccount', bad('enum: AccountType')],
    ['accounts', `${list}/currency`, 'NOKK', bad('pattern: currency')],
    ['accounts', `${list}/currency`, 'nok', bad('pattern: currency')],
    ['accounts', `${list}/currency`, 'kr', bad('pattern: currency')],
    ['accounts', `${list}/currency`, 'NOK\n', bad('pattern: currency')],
    ['accounts', `${list}/currency`, 'XYZ', []],
    ['accounts', `${list}/servicer/identifier/countryOfResidence`, 'NOR', bad('pattern: country')],
    ['accounts', `${list}/servicer/identifier/countryOfResidence`, 'no', bad('pattern: country')],
    ['accounts', `${list}/servicer/identifier/type`, 'organisationNumber', bad('enum: IdentifierType')],
    ['accounts', `${list}/primaryOwner/permission`, 'noRight', bad('enum: Permission')],
    ['accounts', `${list}/primaryOwner/startDate`, '2020-05-07T00:00:00', bad('format: date')],
    ['accounts', `${list}/primaryOwner/endDate`, '2025-02-30', bad('format: date')],
    ['accountDetails', `${balance}/amount`, -0.01, bad('minimum: 0')],
    ['accountDetails', `${balance}/amount`, '100.50', bad('type: number or null')],
    ['accountDetails', `${balance}/creditLineAmount`, -1, bad('minimum: 0')],
    ['accountDetails', `${balance}/creditLineIncluded`, 'false', bad('type: boolean or null')],
    ['accountDetails', `${balance}/type`, 'available', bad('enum: BalanceType')],
    ['accountDetails', `${balance}/creditDebitIndicator`, 'Credit', bad('enum: CreditDebitIndicator')],
    ['accountDetails', `${balance}/registered`, '2025-05-20', bad('format: date-time')],
    ['accountDetails', '/account', [], bad('type: object', 'type: object or null')],
    ['transactions', '/transactions', {}, bad('type: array or null')],
    ['transactions', `${item}/transactionIdentifier`, 7, bad('type: string')],
    ['transactions', `${item}/status`, 'BOOK', bad('enum: TransactionStatus')],
    ['transactions', `${item}/amount`, -1, bad('minimum: 0')],
    ['transactions', `${item}/reversalIndicator`, 'J', bad('type: boolean or null')],
    ['transactions', `${item}/bookingDate`, '2020-05-07T14:00:00', []],
    ['transactions', `${item}/bookingDate`, '20.05.2025', bad('format: date-time')],
    ['transactions', `${item}/references/0/type`, 'KID', bad('enum: TransactionReferenceType')],
    ['transactions', `${item}/transactionCode/domain`, 'PMNT', bad('enum: DomainType')],
    ['transactions', `${item}/transactionCode/family`, 'RCDT', bad('enum: FamilyType')],
    ['transactions', `${item}/transactionCode/subFamily`, 'Fees', bad('enum: SubFamilyType')],
    ['transactions', `${item}/counterParties/0/type`, 'payer', bad('enum: CounterPartyType')],
    ['transactions', `${item}/counterParties/0/postalAddress/type`, 'home', bad('enum: AddressType')],
    ['transactions', `${item}/counterParties/0/postalAddress/addressLines`, 'a\nb', bad('type: array or null')],
    ['transactions', `${item}/currencyExchange/exchangeRate`, -1, bad('minimum: 0')],
    ['transactions', `${item}/paymentCard/expiryDate`, '05/27', bad('pattern: year-month')],
    ['transactions', `${item}/paymentCard/expiryDate`, '2027-13', bad('pattern: year-month')],
    ['transactions', `${item}/paymentCard/cardStatus`, 'expired', bad('enum: CardStatus')],
    ['transactions', `${item}/paymentCard/type`, 'debitCard ', bad('enum: CardType')],
    ['error', '/code', '', bad('minLength: 1')],
    ['error', '/code', 400, bad('type: string')],
    ['error', '/message', '', bad('minLength: 1')],
  ])('%s %s %j: %j', (schema, pointer, value, rules) => {
    const found = violations(schema, withValue(bodies[schema], pointer, value))
    expect(found).toEqual(rules.map((rule) => ({ at: pointer, rule })))
  })
})

describe('lengths', () => {
  const party = `${item}/counterParties/0`
  it.each<[SchemaName, string, number]>([
    ['accounts', '/responseDetails/message', 500],
    ['accounts', '/links/0/rel', 50],
    ['accounts', '/links/0/href', 500],
    ['accounts', `${list}/servicer/name`, 140],
    ['accounts', `${list}/primaryOwner/name`, 140],
    ['accounts', `${list}/name`, 70],
    ['accountDetails', '/responseDetails/message', 500],
    ['accountDetails', '/account/servicer/name', 140],
    ['accountDetails', '/account/primaryOwner/name', 140],
    ['accountDetails', '/account/name', 70],
    ['transactions', '/responseDetails/message', 500],
    ['transactions', '/links/0/rel', 50],
    ['transactions', '/links/0/href', 500],
    ['transactions', `${item}/transactionCode/freeText`, 500],
    ['transactions', `${item}/additionalInfo`, 500],
    ['transactions', `${item}/merchant`, 140],
    ['transactions', `${party}/name`, 140],
    ['transactions', `${party}/postalAddress/postCode`, 16],
    ['transactions', `${party}/postalAddress/streetName`, 70],
    ['transactions', `${party}/postalAddress/buildingNumber`, 16],
    ['transactions', `${party}/postalAddress/townName`, 35],
    ['transactions', `${party}/postalAddress/addressLines/0`, 70],
    ['transactions', `${item}/paymentCard/holderName`, 140],
    ['transactions', `${item}/paymentCard/cardIssuerName`, 140],
    ['transactions', `${item}/paymentCard/versionNumber`, 1],
  ])('%s %s: 1 to %i characters', (schema, pointer, most) => {
    const rulesFor = (length: number) =>
      violations(schema, withValue(bodies[schema], pointer, 'å'.repeat(length))).map(({ rule }) => rule)
    expect([0, 1, most, most + 1].map(rulesFor)).toEqual([['minLength: 1'], [], [], [`maxLength: ${most}`]])
  })
})

describe('forms, wherever they stand', () => {
  const party = `${item}/counterParties/0`
  const exchange = `${item}/currencyExchange`
  it.each<[string, SchemaName, unknown, readonly string[]]>([
    ['format: date', 'accounts', '31.01.2019', ['startDate', 'endDate'].map((name) => `${list}/primaryOwner/${name}`)],
    ['format: date', 'accountDetails', '31.01.2019', ['/account/startDate', '/account/endDate']],
    ['format: date-time', 'accountDetails', '2019-01-31', [`${balance}/registered`]],
    [
      'format: date-time',
      'transactions',
      '2019-01-31',
      ['bookingDate', 'valueDate', 'registered'].map((name) => `${item}/${name}`),
    ],
    ['pattern: currency', 'accounts', 'kr', [`${list}/currency`]],
    [
      'pattern: currency',
      'accountDetails',
      'kr',
      ['/account/currency', `${balance}/currency`, `${balance}/creditLineCurrency`],
    ],
    [
      'pattern: currency',
      'transactions',
      'kr',
      [`${item}/currency`, ...['source', 'target', 'unit'].map((name) => `${exchange}/${name}Currency`)],
    ],
    [
      'pattern: country',
      'accounts',
      'no',
      ['servicer', 'primaryOwner'].map((name) => `${list}/${name}/identifier/countryOfResidence`),
    ],
    [
      'pattern: country',
      'transactions',
      'no',
      [
        `${party}/identifier/countryOfResidence`,
        `${party}/postalAddress/country`,
        `${item}/paymentCard/cardIssuerIdentifier/countryOfResidence`,
      ],
    ],
    [
      'pattern: year-month',
      'transactions',
      '05/27',
      ['startDate', 'expiryDate'].map((name) => `${item}/paymentCard/${name}`),
    ],
    ['minimum: 0', 'accountDetails', -1, [`${balance}/amount`, `${balance}/creditLineAmount`]],
    ['minimum: 0', 'transactions', -1, [`${item}/amount`, `${exchange}/originalAmount`, `${exchange}/exchangeRate`]],
  ])('%s in %s', (rule, schema, value, pointers) => {
    for (const pointer of pointers)
      expect(violations(schema, withValue(bodies[schema], pointer, value))).toEqual([{ at: pointer, rule }])
  })
})
