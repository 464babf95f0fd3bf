import type { IsoDate } from '../../../../contracts/calendar.ts'
import { closeAccount, openAccount } from '../changes.ts'
import type { Account, World } from '../model.ts'

/** Relations that begin and end while the bank runs, besides accounts of one's own. */

/** Null where the bank knows no such party. */
export function openLoan(world: World, owner: string, day: IsoDate, guarantor?: string): Account | null {
  const opened = openAccount(world, owner, day)
  if (opened === null) return null
  const others = guarantor === undefined ? [] : [{ party: guarantor, role: 'guarantor' as const }]
  return replace(world, opened, { ...opened, type: 'loanAccount', others })
}

/** The first loan that is open. Null where there is none. */
export function endLoan(world: World, owner: string, day: IsoDate): Account | null {
  const loan = openOf(world, owner).find(({ type }) => type === 'loanAccount')
  return loan === undefined ? null : closeAccount(world, owner, loan.number, day)
}

/** On the first open account of the owner. Null where there is none. */
export function grantMandate(world: World, owner: string, party: string): Account | null {
  const account = openOf(world, owner).find(({ type }) => type !== 'loanAccount')
  if (account === undefined) return null
  return replace(world, account, { ...account, others: [...account.others, { party, role: 'disposer' }] })
}

/** Null where the party disposes of no account of the owner. */
export function revokeMandate(world: World, owner: string, party: string): Account | null {
  const isIt = (one: Account['others'][number]) => one.party === party && one.role === 'disposer'
  const account = openOf(world, owner).find(({ others }) => others.some(isIt))
  if (account === undefined) return null
  return replace(world, account, { ...account, others: account.others.filter((one) => !isIt(one)) })
}

/** These owners hold what they held, and nothing else: `before` is a copy of all accounts. */
export function restore({ books }: World, owners: readonly string[], before: readonly Account[]): void {
  const isTheirs = ({ owner }: Account) => owners.includes(owner)
  const others = books.accounts.filter((account) => !isTheirs(account))
  books.accounts.splice(0, books.accounts.length, ...others, ...before.filter(isTheirs))
  for (const owner of owners)
    books.ownedBy.set(
      owner,
      before.filter((account) => account.owner === owner),
    )
}

const openOf = ({ books }: World, owner: string) =>
  (books.ownedBy.get(owner) ?? []).filter(({ closed, owned }) => closed === null && owned.to === null)

function replace({ books }: World, account: Account, by: Account): Account {
  const held = books.ownedBy.get(account.owner) ?? []
  held[held.indexOf(account)] = by
  books.accounts[books.accounts.indexOf(account)] = by
  return by
}
