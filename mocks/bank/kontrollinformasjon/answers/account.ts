import type { OneOf } from '../../../../contracts/kontrollinformasjon/enumerations.ts'
import type {
  AccountDetail,
  Account as AccountOnWire,
  AccountRole,
  Balance,
  Identifier,
} from '../../../../contracts/kontrollinformasjon/wire.ts'
import { osloTime } from '../../world/days.ts'
import type { Account, World } from '../../world/model.ts'
import { isBlocked } from '../../world/queries.ts'
import type { Period } from '../period.ts'

/** How an account appears (catalogue 2.2, 2.3 and section 3). Its name is never delivered (F4). */

/** What a bank may see differently. */
export interface AccountView {
  /** A bankrupt owner's accounts are blocked; a blocked account is `disabled`. */
  readonly isBlocked: (account: Account, world: World) => boolean
  /** What a blocked or closed account is called; null leaves it out. */
  readonly blockedStatus: OneOf<'AccountStatus'> | null
  /** Who stands as primary owner: the id of a party. */
  readonly ownerOf: (account: Account, world: World) => string
  readonly typeOf: (account: Account) => Account['type']
}

export const view: AccountView = {
  isBlocked: (account, world) => isBlocked(world, account),
  blockedStatus: 'disabled',
  ownerOf: ({ owner }) => owner,
  typeOf: ({ type }) => type,
}

export function accountInList(account: Account, world: World, by: AccountView = view): AccountOnWire {
  return {
    ...common(account, world, by),
    servicer: { identifier: organisation(world.bank.organisationNumber), name: world.bank.name },
  }
}

/** `at` is the time of the request, RFC 3339: what `availableBalance` is as of. */
export function accountDetail(
  account: Account,
  world: World,
  asked: { period: Period; at: string },
  by: AccountView = view,
): AccountDetail {
  return {
    ...common(account, world, by),
    // The konkurs profile leaves the name of the servicer out here (F2).
    servicer: { identifier: organisation(world.bank.organisationNumber) },
    ...(hasBalance(account) && { balances: balancesOf(account, world, asked) }),
    ...between({ from: account.opened, to: account.closed }),
  }
}

const common = (account: Account, world: World, by: AccountView) => ({
  ...statusOf(account, world, by),
  accountIdentifier: account.number,
  accountReference: account.reference,
  type: by.typeOf(account),
  currency: account.currency,
  primaryOwner: primaryOwner(account, world, by.ownerOf(account, world)),
})

function statusOf(account: Account, world: World, { isBlocked, blockedStatus }: AccountView) {
  // A closed account is `disabled` too: its properties can still be seen (Q17). So is one that passed to somebody else,
  // whose use of it is not this owner's to know.
  const status = isBlocked(account, world) || account.owned.to !== null ? blockedStatus : ('enabled' as const)
  return status === null ? {} : { status }
}

function primaryOwner(account: Account, { parties }: World, id: string): AccountRole {
  const party = parties.find((one) => one.id === id)
  if (party === undefined) throw new Error('An account of the world has an owner who is not in it')
  const shared = account.others.some(({ role }) => role === 'coOwner')
  return {
    permission: shared ? 'rightToUseWithOther' : 'rightToUseAlone',
    identifier: party.kind === 'organisation' ? organisation(id) : person(id),
    name: party.name,
    ...between(account.owned),
  }
}

const between = ({ from, to }: Account['owned']) => ({ startDate: from, ...(to !== null && { endDate: to }) })

/** What is gone has none, and the balance of an account that passed on is the new owner's. */
const hasBalance = ({ owned, type }: Account) => owned.to === null && type !== 'accountWithoutBalance'

export const organisation = (value: string): Identifier => ({
  value,
  type: 'countryIdentificationCode',
  countryOfResidence: 'NO',
})

const person = (value: string): Identifier => ({ value, type: 'nationalIdentityNumber', countryOfResidence: 'NO' })

/**
 * Until today: booked, and available as well. Until an earlier day: booked alone, as of that day (F11, Q14).
 * A loan has nothing available. Reservations and blocked amounts lessen what is available (KI-BAL-014, KI-BAL-020); the credit
 * line is told and not counted (F10).
 */
function balancesOf(account: Account, { day }: World, { period, at }: { period: Period; at: string }): Balance[] {
  const upTo = (wanted: 'booked' | 'pending') =>
    account.transactions
      .filter((one) => one.status === wanted && one.day <= period.to)
      .reduce((sum, { amount }) => sum + amount, 0)
  const booked = account.openingBalance + upTo('booked')
  const current = period.to === day
  const registered = current ? at : osloTime(period.to, '23:59:59')
  const balance = (type: 'availableBalance' | 'bookedBalance', hundredths: number): Balance => ({
    type,
    amount: Math.abs(hundredths) / 100,
    creditDebitIndicator: hundredths < 0 ? 'debit' : 'credit',
    currency: account.currency,
    creditLineIncluded: false,
    ...(account.creditLine > 0 && {
      creditLineAmount: account.creditLine / 100,
      creditLineCurrency: account.currency,
    }),
    registered,
  })
  const hasAvailable = current && account.type !== 'loanAccount'
  return [
    ...(hasAvailable ? [balance('availableBalance', booked + upTo('pending') - account.blocked)] : []),
    balance('bookedBalance', booked),
  ]
}
