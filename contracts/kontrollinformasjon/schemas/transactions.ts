import { identifier, links, responseDetails } from './accounts.ts'
import {
  amount,
  boolean,
  country,
  currency,
  dateTime,
  listOf,
  object,
  oneOf,
  type Schema,
  text,
  yearMonth,
} from './pieces.ts'

/** Catalogue 2.4. */

const reference = object({ required: { value: text(), type: oneOf('TransactionReferenceType') } })

const transactionCode = object({
  optional: {
    domain: oneOf('DomainType'),
    family: oneOf('FamilyType'),
    subFamily: oneOf('SubFamilyType'),
    freeText: text(1, 500),
  },
})

const postalAddress = object({
  optional: {
    postCode: text(1, 16),
    type: oneOf('AddressType'),
    streetName: text(1, 70),
    buildingNumber: text(1, 16),
    townName: text(1, 35),
    country,
    addressLines: listOf(text(1, 70)),
  },
})

const counterParty = object({
  optional: {
    accountIdentifier: text(),
    identifier,
    name: text(1, 140),
    type: oneOf('CounterPartyType'),
    postalAddress,
  },
})

/** The OpenAPI gives the rate the form of an amount. */
const currencyExchange = object({
  optional: {
    originalAmount: amount,
    sourceCurrency: currency,
    targetCurrency: currency,
    unitCurrency: currency,
    exchangeRate: amount,
  },
})

const paymentCard = object({
  required: { cardIdentifier: text() },
  optional: {
    holderName: text(1, 140),
    startDate: yearMonth,
    expiryDate: yearMonth,
    cardIssuerName: text(1, 140),
    type: oneOf('CardType'),
    cardStatus: oneOf('CardStatus'),
    versionNumber: text(1, 1),
    cardIssuerIdentifier: identifier,
  },
})

const transaction = object({
  required: { transactionIdentifier: text() },
  optional: {
    references: listOf(reference),
    creditDebitIndicator: oneOf('CreditDebitIndicator'),
    reversalIndicator: boolean,
    status: oneOf('TransactionStatus'),
    transactionCode,
    bookingDate: dateTime,
    valueDate: dateTime,
    counterParties: listOf(counterParty),
    additionalInfo: text(1, 500),
    currencyExchange,
    merchant: text(1, 140),
    paymentCard,
    registered: dateTime,
    amount,
    currency,
  },
})

/** The array may be missing here: KI-TRX-002 makes that a warning of its own. */
export const transactions: Schema = object({
  required: { responseDetails },
  optional: { transactions: listOf(transaction), links },
})
