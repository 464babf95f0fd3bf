import type { Account } from '../../world/model.ts'
import { ownedBy } from '../../world/queries.ts'
import { accountInList } from '../answers/account.ts'
import type { Context } from '../context.ts'

/** What a bank delivers that should have delivered nothing. */

/** Nothing behind a reference that the bank does not know. */
export const delivered = {
  cards: (account) => {
    const masked = new Set(account?.transactions.flatMap(({ card }) => card?.masked ?? []))
    return { cards: [...masked].map((cardIdentifier) => ({ cardIdentifier, type: 'debitCard' })) }
  },
  roles: (account) => ({
    roles: (account?.others ?? []).map(({ party, role }) => ({ identifier: { value: party }, role })),
  }),
} as const satisfies Record<string, (account: Account | undefined) => object>

/** The accounts of the debtor as far as one is known already, otherwise the first ones that the bank has. */
export function accountsAtHand({ services: { world }, found }: Context): { readonly accounts: readonly object[] } {
  const owned = found.debtor === undefined ? [] : ownedBy(world, found.debtor)
  const shown = owned.length > 0 ? owned : world.accounts.slice(0, 3)
  return { accounts: shown.map((account) => accountInList(account, world)) }
}
