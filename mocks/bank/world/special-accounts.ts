import {
  type AccountRow,
  ago,
  beforeRuling,
  business,
  everyday,
  firstDay,
  firstOfTheMonthBeforeLast,
  outgoing,
  savings,
  today,
} from './account-row.ts'

/**
 * Catalogue 8.1, A1 to A13: each has something special, and an owner of its own. Where that leaves the list empty, the owner
 * has a plain one after it.
 */
export const specialAccounts: readonly AccountRow[] = [
  { owner: 'A1', type: 'savingsAccount', booked: 8, closed: ago(150), openingBalance: 0, kinds: savings },
  { owner: 'A2', type: 'savingsAccount', booked: 0, closed: beforeRuling(14), openingBalance: 0, kinds: savings },
  { owner: 'A2', type: 'salaryAccount', booked: 6, openingBalance: 1_300_000, kinds: everyday },
  { owner: 'A3', type: 'savingsAccount', booked: 4, closed: firstDay, openingBalance: 0, kinds: savings },
  { owner: 'A4', type: 'salaryAccount', booked: 2500, openingBalance: 5_000_000, kinds: everyday },
  { owner: 'A4', type: 'savingsAccount', booked: 6, openingBalance: 100_000, kinds: savings },
  { owner: 'A5', type: 'savingsAccount', booked: 0, openingBalance: 700_000, kinds: savings },
  { owner: 'A6', type: 'salaryAccount', booked: 9, balance: -345_678, kinds: outgoing },
  // The worked example of the standard (catalogue section 3): 5000 less 2000, and the limit of 1000 left out.
  {
    owner: 'A7',
    type: 'businessAccount',
    booked: 8,
    balance: 500_000,
    blocked: 200_000,
    creditLine: 100_000,
    kinds: business,
  },
  {
    owner: 'A8',
    type: 'currencyAccount',
    currency: 'EUR',
    booked: 8,
    balance: 1_234_567,
    kinds: ['transferIn', 'transferOut', 'fee'],
  },
  {
    owner: 'A9',
    type: 'salaryAccount',
    booked: 28,
    pending: 1,
    openingBalance: 3_100_000,
    first: firstDay,
    last: today,
    exact: [{ kind: 'fee', amount: -10, on: firstOfTheMonthBeforeLast }],
    kinds: everyday,
  },
  {
    owner: 'A10',
    type: 'businessAccount',
    booked: 8,
    transferred: { on: ago(150), to: 'Q6' },
    openingBalance: 2_000_000,
    kinds: business,
  },
  {
    owner: 'A11',
    type: 'savingsAccount',
    booked: 6,
    reopened: { closed: beforeRuling(15), opened: ago(200) },
    openingBalance: 0,
    kinds: savings,
  },
  { owner: 'A12', type: 'accountWithoutBalance', booked: 7, openingBalance: 0, kinds: ['transferIn', 'transferOut'] },
  {
    owner: 'A13',
    type: 'salaryAccount',
    booked: 24,
    manualBefore: ago(180),
    openingBalance: 1_600_000,
    kinds: everyday,
  },
]
