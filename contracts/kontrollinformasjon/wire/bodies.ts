import type { OneOf } from '../enumerations.ts'

/**
 * The bodies as a tolerant reader sees them (catalogue section 2): what is not required may be absent or null.
 * Names are the OpenAPI's. A body is one of these after `violations` found nothing in it; identifiers and dates stay plain text until parsed.
 */

/** May be absent, may be null (Q11). */
export type Maybe<Value> = Value | null | undefined

export interface ResponseDetails {
  readonly status: OneOf<'ResponseStatus'>
  readonly message?: Maybe<string>
}

export interface Link {
  readonly rel: string
  readonly href: string
}

export interface Identifier {
  readonly value: string
  readonly type: OneOf<'IdentifierType'>
  readonly countryOfResidence?: Maybe<string>
}

export interface FinancialInstitution {
  readonly identifier?: Maybe<Identifier>
  readonly name?: Maybe<string>
}

export interface AccountRole {
  readonly permission?: Maybe<OneOf<'Permission'>>
  readonly identifier?: Maybe<Identifier>
  readonly name?: Maybe<string>
  /** `yyyy-MM-dd`, as the other dates of an account. */
  readonly startDate?: Maybe<string>
  readonly endDate?: Maybe<string>
}

export interface Account {
  readonly accountIdentifier: string
  readonly accountReference: string
  readonly status?: Maybe<OneOf<'AccountStatus'>>
  readonly servicer?: Maybe<FinancialInstitution>
  readonly type?: Maybe<OneOf<'AccountType'>>
  readonly currency?: Maybe<string>
  readonly primaryOwner?: Maybe<AccountRole>
  readonly name?: Maybe<string>
}

export interface Accounts {
  readonly responseDetails: ResponseDetails
  readonly accounts: readonly Account[]
  readonly links?: Maybe<readonly Link[]>
}

export interface Balance {
  readonly type?: Maybe<OneOf<'BalanceType'>>
  /** In `currency`, never below zero; the sign is in the indicator. */
  readonly amount?: Maybe<number>
  readonly currency?: Maybe<string>
  readonly creditDebitIndicator?: Maybe<OneOf<'CreditDebitIndicator'>>
  /** Date-time by Q13. */
  readonly registered?: Maybe<string>
  readonly creditLineIncluded?: Maybe<boolean>
  readonly creditLineAmount?: Maybe<number>
  readonly creditLineCurrency?: Maybe<string>
}

export interface AccountDetail extends Account {
  readonly balances?: Maybe<readonly Balance[]>
  readonly startDate?: Maybe<string>
  readonly endDate?: Maybe<string>
}

export interface AccountDetails {
  readonly responseDetails: ResponseDetails
  /** There when the status is complete. */
  readonly account?: Maybe<AccountDetail>
}

export interface ErrorBody {
  /** `ACC-nnn`. */
  readonly code: string
  readonly message: string
}
