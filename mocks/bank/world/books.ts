import type { Account, Books } from './model.ts'

/** Nothing was received yet. */
export function createBooks(accounts: Account[]): Books {
  const ownedBy = new Map<string, Account[]>()
  for (const account of accounts) {
    const held = ownedBy.get(account.owner)
    if (held === undefined) ownedBy.set(account.owner, [account])
    else held.push(account)
  }
  return { received: new Map(), standing: new Map(), locks: new Map(), accounts, ownedBy }
}
