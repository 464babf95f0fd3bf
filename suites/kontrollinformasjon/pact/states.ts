/**
 * The states in which a bank has to be (catalogue 7.1), named by what they hold. A provider sets one up, or finds it in its
 * test data, and returns the values that stand in for the examples of the contract.
 */
export const states = {
  withAccounts: 'a bankrupt organisation has accounts in the bank',
  withTransactions: 'a bankrupt organisation has an account with booked transactions',
  withoutAccounts: 'a bankrupt organisation is no customer of the bank',
} as const
export type State = (typeof states)[keyof typeof states]

/** What a provider returns for a state. Days are `yyyy-MM-dd`; `toDate` is the day of the verification. */
export interface StateValues {
  readonly partyId: string
  readonly fromDate: string
  readonly toDate: string
  /** Of one of the accounts; not for the state without any. */
  readonly accountReference?: string
}

/** What stands in the contract where a provider puts its own: all of it made up or from the published test set. */
export const examples = {
  partyId: '910336819',
  fromDate: '2026-01-01',
  toDate: '2026-11-20',
  accountReference: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff',
} as const satisfies Required<StateValues>
