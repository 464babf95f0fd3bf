import type {
  AccountDetail,
  AccountRole,
  Balance,
  Identifier,
  Account as Listed,
} from '../../contracts/kontrollinformasjon/wire.ts'
import type { Account, World } from '../bank/world/model.ts'
import { told } from './differences.ts'
import { isDeleted, isWithheld } from './ledger.ts'

/** How an account appears in the list and in its details (catalogue 2.2 and 2.3). What is not held is null. */

const none = told.missing.here

export function listedAccount(account: Account, world: World, reference: string): Listed {
  return {
    accountReference: isWithheld(account) ? told.loanReference.here : reference,
    accountIdentifier: account.number,
    status: statusOf(account, world),
    type: typeOf(account),
    currency: account.currency,
    name: none,
    servicer: { name: told.servicerName.here, identifier: organisation(world.bank.organisationNumber) },
    primaryOwner: ownerOf(account, world),
  }
}

/** `at`: the moment of the request. */
export function detailedAccount(account: Account, world: World, reference: string, at: Date): AccountDetail {
  // What is on an account that passed to somebody else is not the debtor's (KI-PRV-010).
  const hasBalances = account.owned.to === null && account.type !== 'accountWithoutBalance'
  return {
    ...listedAccount(account, world, reference),
    startDate: account.opened,
    endDate: account.closed,
    balances: hasBalances ? balancesOf(account, at) : told.closedBalances.here,
  }
}

function statusOf(account: Account, world: World): 'enabled' | 'disabled' | 'deleted' {
  if (isDeleted(account, world.day)) return 'deleted'
  return isWithheld(account) && account.closed === null ? told.loanStatus.here : 'disabled'
}

const typeOf = ({ type }: Account): Account['type'] =>
  (told.accountTypes.here as Partial<Record<Account['type'], Account['type']>>)[type] ?? type

function ownerOf(account: Account, { parties }: World): AccountRole {
  const owner = parties.find(({ id }) => id === account.owner)
  return {
    name: owner?.name ?? none,
    identifier: owner?.kind === 'person' ? person(account.owner) : organisation(account.owner),
    permission: account.others.some(({ role }) => role === 'coOwner') ? 'rightToUseWithOther' : 'rightToUseAlone',
    startDate: account.owned.from,
    endDate: account.owned.to,
  }
}

export const organisation = (value: string): Identifier => ({
  type: 'countryIdentificationCode',
  value,
  countryOfResidence: 'NO',
})

const person = (value: string): Identifier => ({ type: 'nationalIdentityNumber', value, countryOfResidence: 'NO' })

/**
 * The period always ends today, so both are as of now (catalogue 3). Reservations and what is held back lessen what is
 * available; a credit line is part of it and is told (Q15).
 */
function balancesOf(account: Account, at: Date): readonly Balance[] {
  const { openingBalance, transactions, currency, blocked, creditLine } = account
  const sum = (status: 'booked' | 'pending') =>
    transactions.filter((one) => one.status === status).reduce((total, { amount }) => total + amount, 0)
  const booked = openingBalance + sum('booked')
  const line =
    creditLine === 0
      ? { creditLineIncluded: none, creditLineAmount: none, creditLineCurrency: none }
      : { creditLineIncluded: true, creditLineAmount: creditLine / 100, creditLineCurrency: currency }
  const balance = (type: Balance['type'], hundredths: number, more: Balance): Balance => ({
    type,
    currency,
    amount: Math.abs(hundredths) / 100,
    creditDebitIndicator: hundredths < 0 ? 'debit' : 'credit',
    registered: at.toISOString().replace('Z', '000Z'),
    ...more,
  })
  return [
    balance('bookedBalance', booked, { creditLineIncluded: false }),
    balance('availableBalance', booked + sum('pending') - blocked + creditLine, line),
  ]
}
