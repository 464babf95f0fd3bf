import type { IsoDate } from '../../../contracts/calendar.ts'
import type { OneOf } from '../../../contracts/kontrollinformasjon/enumerations.ts'

/** What the reference bank holds: people, accounts, and the konkursvarsler that it has received. Amounts are whole øre. */
export interface World {
  readonly seed: number
  /** The day-anchor, which the bank takes for today. */
  readonly day: IsoDate
  readonly bank: { readonly organisationNumber: string; readonly name: string }
  readonly parties: readonly Party[]
  readonly notices: readonly Notice[]
  readonly accounts: readonly Account[]
}

export interface Party {
  /** `P1` to `P5`, `A4` as in the catalogue's fixtures; the others are `Q1`, `Q2`, … */
  readonly label: string
  readonly kind: 'organisation' | 'person'
  readonly id: string
  readonly name: string
}

/** A konkursvarsel of type `aapning` with nothing after it. */
export interface Notice {
  readonly debtor: string
  readonly kjennelsesdato: IsoDate
}

export interface Account {
  /** What the consumer calls it by: says nothing of the number (catalogue section 3). */
  readonly reference: string
  readonly number: string
  readonly type: OneOf<'AccountType'>
  /** ISO 4217. */
  readonly currency: string
  readonly owner: string
  /** Whoever else may see or use it; none of them is ever shown. */
  readonly others: readonly { readonly party: string; readonly role: 'coOwner' | 'disposer' }[]
  readonly opened: IsoDate
  readonly closed: IsoDate | null
  /** Booked balance before the oldest transaction, in øre; negative is owed to the bank. */
  readonly openingBalance: number
  /** Oldest first; pending ones last. */
  readonly transactions: readonly Transaction[]
}

export interface Transaction {
  readonly identifier: string
  readonly status: 'booked' | 'pending'
  /** The day of booking, or of registration while it is pending. */
  readonly day: IsoDate
  /** RFC 3339. */
  readonly registered: string
  /** RFC 3339; null while it is pending. */
  readonly booked: string | null
  /** Øre, or hundredths of the account's currency; positive is money in. */
  readonly amount: number
  readonly kind: TransactionKind
  readonly counterParty: CounterParty | null
  readonly card: Card | null
  /** Amount in hundredths of the foreign currency, and how much of the account's currency one unit of it costs. */
  readonly exchange: { readonly amount: number; readonly currency: string; readonly rate: number } | null
  readonly reference: string
}

export type TransactionKind =
  | 'transferIn'
  | 'transferOut'
  | 'cardPurchase'
  | 'cardPurchaseAbroad'
  | 'directDebit'
  | 'fee'
  | 'interest'
  | 'reversal'

export interface CounterParty {
  readonly name: string
  readonly account: string | null
  readonly organisationNumber: string | null
  readonly address: {
    readonly street: string
    readonly building: string
    readonly postCode: string
    readonly town: string
  }
}

/** The whole card number is held nowhere, so it cannot leak. */
export interface Card {
  readonly masked: string
  readonly holder: string
  /** `yyyy-MM`. */
  readonly start: string
  readonly expiry: string
}
