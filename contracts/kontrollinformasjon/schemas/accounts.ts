import {
  amount,
  boolean,
  country,
  currency,
  date,
  dateTime,
  listOf,
  object,
  oneOf,
  type Schema,
  text,
} from './pieces.ts'

/** Catalogue 2.1–2.3: the account list and the details of one account. */

export const responseDetails = object({
  required: { status: oneOf('ResponseStatus') },
  optional: { message: text(1, 500) },
})

export const links = listOf(object({ required: { rel: text(1, 50), href: text(1, 500) } }))

export const identifier = object({
  required: { value: text(), type: oneOf('IdentifierType') },
  optional: { countryOfResidence: country },
})

const servicer = object({ optional: { identifier, name: text(1, 140) } })

const primaryOwner = object({
  optional: {
    permission: oneOf('Permission'),
    identifier,
    name: text(1, 140),
    startDate: date,
    endDate: date,
  },
})

const balance = object({
  optional: {
    creditLineIncluded: boolean,
    amount,
    creditDebitIndicator: oneOf('CreditDebitIndicator'),
    registered: dateTime,
    type: oneOf('BalanceType'),
    creditLineAmount: amount,
    creditLineCurrency: currency,
    currency,
  },
})

/** Neither has a length in the OpenAPI; that they are not empty is judged by KI-ACC-003 and KI-ACC-004. */
const handles = { accountIdentifier: text(), accountReference: text() }

const inListAndDetails = {
  status: oneOf('AccountStatus'),
  servicer,
  type: oneOf('AccountType'),
  currency,
  primaryOwner,
  name: text(1, 70),
}

const account = object({ required: handles, optional: inListAndDetails })

const accountDetail = object({
  required: handles,
  optional: { ...inListAndDetails, balances: listOf(balance), startDate: date, endDate: date },
})

/** `accounts` is not required by the OpenAPI but by its prose: an empty list when nothing is found (F1). */
export const accounts: Schema = object({
  required: { responseDetails, accounts: listOf(account) },
  optional: { links },
})

/** A complete answer has its `account`; a partial one may be without (KI-DET-002). */
export const accountDetails: Schema = {
  ...object({ required: { responseDetails }, optional: { account: accountDetail } }),
  if: {
    required: ['responseDetails'],
    properties: {
      responseDetails: { type: 'object', required: ['status'], properties: { status: { const: 'complete' } } },
    },
  },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { required: ['account'], properties: { account: { type: 'object' } } },
}
