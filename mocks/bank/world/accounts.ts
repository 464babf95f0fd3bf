import { type IsoDate, minusMonths } from '../../../contracts/calendar.ts'
import { monthsBeforeRuling } from '../../../contracts/kontrollinformasjon/profile.ts'
import { addDays } from './days.ts'
import type { Account, Notice, Party, TransactionKind } from './model.ts'
import { type Label, partyNamed } from './parties.ts'
import type { Source } from './source.ts'
import { makeCard, makeCounterParties, makeTransactions } from './transactions.ts'

/** One row is one account. `booked` counts booked transactions inside the period that the owner's notice opens. */
interface Row {
  readonly owner: Label
  readonly type: Account['type']
  readonly others?: readonly { readonly party: Label; readonly role: 'coOwner' | 'disposer' }[]
  readonly currency?: string
  readonly booked: number
  readonly pending?: number
  /** Closed so many days before the day-anchor. */
  readonly closedDaysAgo?: number
  readonly openingBalance: number
  readonly kinds: readonly TransactionKind[]
}

const everyday = [
  'transferIn',
  'cardPurchase',
  'directDebit',
  'transferOut',
  'cardPurchaseAbroad',
  'fee',
  'reversal',
] as const
const business = ['transferIn', 'transferOut', 'directDebit', 'fee', 'cardPurchase', 'reversal'] as const
const savings = ['interest', 'transferIn', 'transferOut'] as const

/** Catalogue 8.1: what each fixture needs. The account of Q1 and those of two owners make OnlyPrimaryOwner matter. */
const rows: readonly Row[] = [
  { owner: 'P1', type: 'businessAccount', booked: 24, openingBalance: 12_500_000, kinds: business },
  {
    owner: 'P1',
    type: 'savingsAccount',
    others: [{ party: 'Q2', role: 'coOwner' }],
    booked: 8,
    openingBalance: 3_000_000,
    kinds: savings,
  },
  { owner: 'P1', type: 'loanAccount', booked: 11, openingBalance: -250_000_000, kinds: ['fee', 'transferIn'] },
  {
    owner: 'P1',
    type: 'currencyAccount',
    currency: 'EUR',
    booked: 7,
    openingBalance: 900_000,
    kinds: ['transferIn', 'transferOut', 'fee'],
  },
  {
    owner: 'Q1',
    type: 'businessAccount',
    others: [{ party: 'P1', role: 'disposer' }],
    booked: 6,
    openingBalance: 7_000_000,
    kinds: business,
  },
  {
    owner: 'Q2',
    type: 'clientAccount',
    others: [{ party: 'P1', role: 'coOwner' }],
    booked: 6,
    openingBalance: 1_200_000,
    kinds: savings,
  },
  {
    owner: 'P2',
    type: 'salaryAccount',
    others: [{ party: 'Q3', role: 'coOwner' }],
    booked: 30,
    pending: 2,
    openingBalance: 4_200_000,
    kinds: everyday,
  },
  { owner: 'P2', type: 'savingsAccount', booked: 9, openingBalance: 6_000_000, kinds: savings },
  { owner: 'P2', type: 'savingsAccount', booked: 6, closedDaysAgo: 120, openingBalance: 0, kinds: savings },
  {
    owner: 'P3',
    type: 'salaryAccount',
    others: [{ party: 'Q3', role: 'coOwner' }],
    booked: 14,
    openingBalance: 800_000,
    kinds: everyday,
  },
  { owner: 'P3', type: 'savingsAccount', booked: 6, openingBalance: 500_000, kinds: savings },
  { owner: 'P4', type: 'salaryAccount', booked: 12, openingBalance: 2_200_000, kinds: everyday },
  { owner: 'P4', type: 'savingsAccount', booked: 6, openingBalance: 1_500_000, kinds: savings },
  { owner: 'A4', type: 'salaryAccount', booked: 2500, openingBalance: 5_000_000, kinds: everyday },
  { owner: 'A4', type: 'savingsAccount', booked: 6, openingBalance: 100_000, kinds: savings },
]

interface Ground {
  readonly source: Source
  readonly day: IsoDate
  readonly parties: readonly Party[]
  readonly notices: readonly Notice[]
}

export function makeAccounts(ground: Ground): readonly Account[] {
  const counterParties = makeCounterParties(ground.source)
  return rows.map((row) => makeAccount(row, ground, counterParties))
}

function makeAccount(
  row: Row,
  { source, day, parties, notices }: Ground,
  counterParties: ReturnType<typeof makeCounterParties>,
): Account {
  const owner = partyNamed(parties, row.owner)
  const closed = row.closedDaysAgo === undefined ? null : addDays(day, -row.closedDaysAgo)
  const ruling = notices.find(({ debtor }) => debtor === owner.id)?.kjennelsesdato ?? day
  const opened = addDays(day, -source.faker.number.int({ min: 900, max: 4000 }))
  const currency = row.currency ?? 'NOK'
  const card = row.kinds.includes('cardPurchase') ? makeCard(source, owner.name, day) : null
  const within = {
    // The day after the first that may be asked for, so that it lies inside whichever way twelve months are counted.
    first: addDays(minusMonths(ruling, monthsBeforeRuling), 1),
    last: closed === null ? addDays(day, -1) : addDays(closed, -1),
  }
  const before = { first: addDays(within.first, -90), last: addDays(within.first, -10) }
  const make = (days: typeof within, booked: number, pending = 0) =>
    makeTransactions(source, { kinds: row.kinds, booked, pending, currency, card, ...days }, counterParties)
  return {
    reference: source.faker.string.uuid(),
    number: source.accountNumber(),
    type: row.type,
    currency,
    owner: owner.id,
    others: (row.others ?? []).map(({ party, role }) => ({ party: partyNamed(parties, party).id, role })),
    opened,
    closed,
    openingBalance: row.openingBalance,
    // The older ones are there so that a bank which forgets the period gives itself away.
    transactions: [...make(before, 3), ...make(within, row.booked, row.pending)],
  }
}
