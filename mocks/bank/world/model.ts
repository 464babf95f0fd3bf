import type { IsoDate } from '../../../contracts/calendar.ts'
import type { OneOf } from '../../../contracts/kontrollinformasjon/enumerations.ts'
import type { NoticeType, Role } from '../../../contracts/kontrollinformasjon/fixture-sheet.ts'
import type { Received } from './received.ts'

/** What the reference bank holds: people, accounts, and the konkursvarsler that it has received. Amounts are whole øre. */
export interface World {
  readonly seed: number
  /** The day-anchor, which the bank takes for today. */
  readonly day: IsoDate
  readonly bank: { readonly organisationNumber: string; readonly name: string }
  readonly parties: readonly Party[]
  readonly notices: readonly Notice[]
  /** What ties parties to each other, as the bank's own records have it. */
  readonly ties: readonly Tie[]
  readonly accounts: readonly Account[]
  /** What changes while the bank runs; whoever reads the world finds it here. */
  readonly books: Books
}

/**
 * What changes while the bank runs: the konkursvarsler that came by polling, what they locked, and the accounts themselves.
 * Plain data, and every question that the account interface puts to them is a look-up.
 */
export interface Books {
  /** By debtor, in the order in which they came. */
  readonly received: Map<string, Received[]>
  /** By debtor: the opening that stands; only those with one. */
  readonly standing: Map<string, { readonly kjennelsesdato: IsoDate; readonly registered: string }>
  /** By account number: the notices because of which it is locked; only those with one. */
  readonly locks: Map<string, Set<string>>
  /** Those of the world. */
  readonly accounts: Account[]
  readonly ownedBy: Map<string, Account[]>
}

/** `of` is the sole proprietorship, owner, estate … of `to`; ids of parties. */
export interface Tie {
  readonly of: string
  readonly is: 'namesake' | 'disponent' | 'owner' | 'ENK' | 'TVAM' | 'konkursbo'
  readonly to: string
}

export interface Party {
  /** `P1` to `P13`, `A1` to `A13`, `C2` and `K1` to `K55` as in the catalogues' fixtures; the others are `Q1`, `V5`, … */
  readonly label: string
  readonly kind: 'organisation' | 'person'
  readonly id: string
  readonly name: string
  /** The grade in the register of persons; null for nearly everybody. */
  readonly shielding: 'strengtFortrolig' | 'fortrolig' | null
}

/** A konkursvarsel as the bank received it (catalogue 6.3). */
export interface Notice {
  readonly debtor: string
  readonly type: NoticeType
  /** Of the opening that it tells of; some days before the notice came (KI-KON-016). */
  readonly kjennelsesdato: IsoDate
  /** The day on which Brreg registered it. */
  readonly registered: IsoDate
}

export type OtherRole = Exclude<Role, 'owner'>

/** An account as one owner has it: when it passes to another, that one has it under a reference of its own (KI-PRV-010). */
export interface Account {
  /** What the consumer calls it by: says nothing of the number (catalogue section 3). */
  readonly reference: string
  readonly number: string
  readonly type: OneOf<'AccountType'>
  /** ISO 4217. */
  readonly currency: string
  readonly owner: string
  /** Whoever else may see or use it; none of them is ever shown. */
  readonly others: readonly { readonly party: string; readonly role: OtherRole }[]
  /** The latest time that it was opened, and closed (KI-DET-014). */
  readonly opened: IsoDate
  readonly closed: IsoDate | null
  /** The life before that, of an account that was closed and opened again. */
  readonly earlier: { readonly opened: IsoDate; readonly closed: IsoDate } | null
  /** How long it was this owner's; `to` is null while it still is. */
  readonly owned: { readonly from: IsoDate; readonly to: IsoDate | null }
  /** Blocked for another reason than a bankruptcy. */
  readonly frozen: boolean
  /** What is held back, and what may be owed, in hundredths; neither is part of the booked balance. */
  readonly blocked: number
  readonly creditLine: number
  /** Transactions before this day lie in an archive that the interface does not reach (KI-RSP-007). */
  readonly manualBefore: IsoDate | null
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
