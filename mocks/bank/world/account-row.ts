import { type IsoDate, minusMonths } from '../../../contracts/calendar.ts'
import { monthsAsked } from '../../../contracts/kontrollinformasjon/period.ts'
import { addDays } from './days.ts'
import type { Account, OtherRole, TransactionKind } from './model.ts'
import type { Label } from './parties.ts'

/** A day, reckoned from the day-anchor or from the ruling on the owner; the day-anchor where there is no ruling. */
export type When = (anchors: { readonly day: IsoDate; readonly ruling: IsoDate }) => IsoDate

/** One row is one account. */
export interface AccountRow {
  readonly owner: Label
  readonly type: Account['type']
  readonly others?: readonly { readonly party: Label; readonly role: OtherRole }[]
  /** Default NOK. */
  readonly currency?: string
  /** Booked transactions inside the period that the owner's notice opens; and those that are not booked yet. */
  readonly booked: number
  readonly pending?: number
  /** Amounts are in hundredths: before the oldest transaction; or booked after the newest one. */
  readonly openingBalance?: number
  readonly balance?: number
  readonly blocked?: number
  readonly frozen?: true
  readonly creditLine?: number
  readonly closed?: When
  /** It was closed on one day and opened again on another. */
  readonly reopened?: { readonly closed: When; readonly opened: When }
  readonly transferred?: { readonly on: When; readonly to: Label }
  readonly manualBefore?: When
  /** Days of the oldest and the newest booked transaction, where they matter. */
  readonly first?: When
  readonly last?: When
  /** Beside the others, with amounts that matter. */
  readonly exact?: readonly { readonly kind: TransactionKind; readonly amount: number; readonly on: When }[]
  readonly kinds: readonly TransactionKind[]
}

export const ago =
  (days: number): When =>
  ({ day }) =>
    addDays(day, -days)
export const beforeRuling =
  (months: number): When =>
  ({ ruling }) =>
    minusMonths(ruling, months)
export const today: When = ({ day }) => day
export const firstDay = beforeRuling(monthsAsked.beforeRuling)
/** The clock of Oslo is an hour or two ahead, so a bank that writes UTC may move it into the month before (KI-TRX-023). */
export const firstOfTheMonthBeforeLast: When = ({ day }) => minusMonths(`${day.slice(0, 7)}-01` as IsoDate, 1)

export const everyday = [
  'transferIn',
  'cardPurchase',
  'directDebit',
  'transferOut',
  'cardPurchaseAbroad',
  'fee',
  'reversal',
] as const
export const business = ['transferIn', 'transferOut', 'directDebit', 'fee', 'cardPurchase', 'reversal'] as const
export const savings = ['interest', 'transferIn', 'transferOut'] as const
export const outgoing = ['fee', 'directDebit', 'transferOut'] as const
