import type { OneOf } from '../enumerations.ts'
import type { Identifier, Link, Maybe, ResponseDetails } from './bodies.ts'

/** The body of a transaction answer (catalogue 2.4), read as tolerantly as the others. */

export interface TransactionReference {
  readonly value: string
  readonly type: OneOf<'TransactionReferenceType'>
}

export interface BankTransactionCode {
  readonly domain?: Maybe<OneOf<'DomainType'>>
  readonly family?: Maybe<OneOf<'FamilyType'>>
  readonly subFamily?: Maybe<OneOf<'SubFamilyType'>>
  readonly freeText?: Maybe<string>
}

export interface PostalAddress {
  readonly postCode?: Maybe<string>
  readonly type?: Maybe<OneOf<'AddressType'>>
  readonly streetName?: Maybe<string>
  readonly buildingNumber?: Maybe<string>
  readonly townName?: Maybe<string>
  readonly country?: Maybe<string>
  readonly addressLines?: Maybe<readonly string[]>
}

export interface CounterParty {
  readonly accountIdentifier?: Maybe<string>
  readonly identifier?: Maybe<Identifier>
  readonly name?: Maybe<string>
  readonly type?: Maybe<OneOf<'CounterPartyType'>>
  readonly postalAddress?: Maybe<PostalAddress>
}

export interface CurrencyExchange {
  readonly originalAmount?: Maybe<number>
  readonly sourceCurrency?: Maybe<string>
  readonly targetCurrency?: Maybe<string>
  readonly unitCurrency?: Maybe<string>
  readonly exchangeRate?: Maybe<number>
}

export interface PaymentCard {
  /** Masked. */
  readonly cardIdentifier: string
  readonly holderName?: Maybe<string>
  /** `yyyy-MM`. */
  readonly startDate?: Maybe<string>
  /** `yyyy-MM`. */
  readonly expiryDate?: Maybe<string>
  readonly cardIssuerName?: Maybe<string>
  readonly type?: Maybe<OneOf<'CardType'>>
  readonly cardStatus?: Maybe<OneOf<'CardStatus'>>
  readonly versionNumber?: Maybe<string>
  readonly cardIssuerIdentifier?: Maybe<Identifier>
}

export interface Transaction {
  readonly transactionIdentifier: string
  readonly references?: Maybe<readonly TransactionReference[]>
  readonly creditDebitIndicator?: Maybe<OneOf<'CreditDebitIndicator'>>
  readonly reversalIndicator?: Maybe<boolean>
  readonly status?: Maybe<OneOf<'TransactionStatus'>>
  readonly transactionCode?: Maybe<BankTransactionCode>
  /** Date-times by Q13: bookingDate, valueDate and registered. */
  readonly bookingDate?: Maybe<string>
  readonly valueDate?: Maybe<string>
  readonly registered?: Maybe<string>
  readonly counterParties?: Maybe<readonly CounterParty[]>
  readonly additionalInfo?: Maybe<string>
  readonly currencyExchange?: Maybe<CurrencyExchange>
  readonly merchant?: Maybe<string>
  readonly paymentCard?: Maybe<PaymentCard>
  /** In `currency`, the account's own; never below zero. */
  readonly amount?: Maybe<number>
  readonly currency?: Maybe<string>
}

export interface Transactions {
  readonly responseDetails: ResponseDetails
  readonly transactions?: Maybe<readonly Transaction[]>
  readonly links?: Maybe<readonly Link[]>
}
