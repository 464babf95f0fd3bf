import { type IsoDate, minusMonths } from '../../../contracts/calendar.ts'
import { monthsBeforeRuling } from '../../../contracts/kontrollinformasjon/profile.ts'
import type { AccountRow, When } from './account-row.ts'
import { addDays } from './days.ts'
import type { Account, CounterParty, Notice, Party, Transaction } from './model.ts'
import { type Label, partyNamed } from './parties.ts'
import type { Source } from './source.ts'
import { makeCard, makeTransactions } from './transactions.ts'

interface Ground {
  readonly source: Source
  readonly day: IsoDate
  readonly parties: readonly Party[]
  readonly notices: readonly Notice[]
  readonly counterParties: readonly CounterParty[]
}

export const makeAccounts = (rows: readonly AccountRow[], ground: Ground): readonly Account[] =>
  rows.flatMap((row) => makeAccount(row, ground))

/** Two for an account that passed to another: what the first owner may be told of, and what the second. */
function makeAccount(row: AccountRow, ground: Ground): readonly Account[] {
  const { source, parties } = ground
  const owner = partyNamed(parties, row.owner)
  const at = daysOf(row, owner, ground)
  const transactions = transactionsOf(row, owner, at, ground)
  const { openingBalance = (row.balance ?? 0) - bookedIn(transactions) } = row
  const account: Account = {
    reference: source.faker.string.uuid(),
    number: source.accountNumber(),
    type: row.type,
    currency: row.currency ?? 'NOK',
    owner: owner.id,
    others: (row.others ?? []).map(({ party, role }) => ({ party: partyNamed(parties, party).id, role })),
    opened: at.opened,
    closed: at.closed,
    earlier: at.earlier,
    owned: { from: at.opened, to: at.transferred ?? at.closed },
    frozen: row.frozen ?? false,
    blocked: row.blocked ?? 0,
    creditLine: row.creditLine ?? 0,
    manualBefore: at.manualBefore,
    openingBalance,
    transactions,
  }
  if (row.transferred === undefined || at.transferred === null) return [account]
  return [account, passedOn(account, row, { to: row.transferred.to, on: at.transferred }, ground)]
}

interface Days {
  readonly opened: IsoDate
  readonly closed: IsoDate | null
  readonly earlier: Account['earlier']
  readonly transferred: IsoDate | null
  readonly manualBefore: IsoDate | null
  /** The first and the last day of the transactions that count. */
  readonly first: IsoDate
  readonly last: IsoDate
}

function daysOf(row: AccountRow, owner: Party, { source, day, notices }: Ground): Days {
  const ruling = notices.find(({ debtor }) => debtor === owner.id)?.kjennelsesdato ?? day
  const on = (when: When | undefined) => when?.({ day, ruling }) ?? null
  const created = addDays(day, -source.faker.number.int({ min: 900, max: 4000 }))
  const opened = on(row.reopened?.opened) ?? created
  const closedBefore = on(row.reopened?.closed)
  const closed = on(row.closed)
  const transferred = on(row.transferred?.on)
  const end = closed ?? transferred
  // The day after the first that may be asked for, so that it lies inside whichever way twelve months are counted.
  const allowed = addDays(minusMonths(ruling, monthsBeforeRuling), 1)
  return {
    opened,
    closed,
    earlier: closedBefore === null ? null : { opened: created, closed: closedBefore },
    transferred,
    manualBefore: on(row.manualBefore),
    first: on(row.first) ?? (opened > allowed ? opened : allowed),
    last: on(row.last) ?? addDays(end ?? day, -1),
  }
}

/** The older ones are there so that a bank which forgets the period gives itself away. */
function transactionsOf(row: AccountRow, owner: Party, { first, last, earlier }: Days, ground: Ground) {
  const { source, day, notices, counterParties } = ground
  const { kinds, booked, pending = 0, currency = 'NOK' } = row
  const ruling = notices.find(({ debtor }) => debtor === owner.id)?.kjennelsesdato ?? day
  const card = kinds.includes('cardPurchase') ? makeCard(source, owner.name, day) : null
  const older = earlier?.closed ?? addDays(minusMonths(ruling, monthsBeforeRuling), -9)
  const common = { kinds, currency, card }
  const before = { ...common, booked: 3, pending: 0, first: addDays(older, -80), last: addDays(older, -1) }
  const exact = (row.exact ?? []).map(({ on, ...rest }) => ({ ...rest, day: on({ day, ruling }) }))
  return [
    ...makeTransactions(source, before, counterParties),
    ...makeTransactions(source, { ...common, booked, pending, first, last, exact }, counterParties),
  ]
}

/** The account goes on under its number; who has it now has nothing of what was before. */
function passedOn(account: Account, row: AccountRow, to: { to: Label; on: IsoDate }, ground: Ground): Account {
  const { source, parties, day, counterParties } = ground
  const owner = partyNamed(parties, to.to)
  const movements = { kinds: row.kinds, booked: row.booked, pending: 0, currency: account.currency, card: null }
  const days = { first: addDays(to.on, 1), last: addDays(day, -1) }
  return {
    ...account,
    reference: source.faker.string.uuid(),
    owner: owner.id,
    owned: { from: to.on, to: null },
    openingBalance: account.openingBalance + bookedIn(account.transactions),
    transactions: makeTransactions(source, { ...movements, ...days }, counterParties),
  }
}

const bookedIn = (transactions: readonly Transaction[]) =>
  transactions.filter(({ status }) => status === 'booked').reduce((sum, { amount }) => sum + amount, 0)
