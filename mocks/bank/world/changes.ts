import type { IsoDate } from '../../../contracts/calendar.ts'
import type { Account, World } from './model.ts'
import { accountNumberFrom, firstThatExists } from './numbers.ts'

/** Accounts that are closed and opened while the bank runs. */

/** Null where the party has no such account. */
export function closeAccount({ books }: World, owner: string, number: string, day: IsoDate): Account | null {
  const held = books.ownedBy.get(owner) ?? []
  const account = held.find((one) => one.number === number)
  if (account === undefined) return null
  const closed: Account = { ...account, closed: day, owned: { ...account.owned, to: day } }
  held[held.indexOf(account)] = closed
  books.accounts[books.accounts.indexOf(account)] = closed
  return closed
}

/** Null where the party is none that the bank knows. */
export function openAccount({ books, parties }: World, owner: string, day: IsoDate): Account | null {
  const party = parties.find(({ id }) => id === owner)
  if (party === undefined) return null
  const account: Account = {
    reference: crypto.randomUUID(),
    number: freeNumber(books.accounts),
    type: party.kind === 'person' ? 'salaryAccount' : 'businessAccount',
    currency: 'NOK',
    owner,
    others: [],
    opened: day,
    closed: null,
    earlier: null,
    owned: { from: day, to: null },
    frozen: false,
    blocked: 0,
    creditLine: 0,
    manualBefore: null,
    openingBalance: 0,
    transactions: [],
  }
  books.accounts.push(account)
  books.ownedBy.set(owner, [...(books.ownedBy.get(owner) ?? []), account])
  return account
}

/** Of the registration number that no bank has, in a series from which nothing else is drawn. */
function freeNumber(accounts: readonly Account[]): string {
  const taken = new Set(accounts.map(({ number }) => number))
  let serial = 0
  return firstThatExists(() => {
    const number = accountNumberFrom(`999909${String(serial++).padStart(4, '0')}`)
    return number === null || taken.has(number) ? null : number
  })
}
