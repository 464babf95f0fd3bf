import type { Account, World } from '../../world/model.ts'
import type { CustomerRelation } from '../model.ts'

/**
 * Accounts and loans, alone or together with others, and mandates on accounts of others (AGR 4.3). Whoever stands
 * guarantor is no customer by that (KFRB-018), and a lock by a bankruptcy ends nothing (KFRB-049).
 */
export function relationsOf(world: World, customer: string): readonly CustomerRelation[] {
  return world.books.accounts.filter(isOpen).flatMap((account): readonly CustomerRelation[] => {
    const is = account.type === 'loanAccount' ? 'loan' : 'account'
    if (account.owner === customer) return [{ is, since: account.owned.from }]
    const role = account.others.find(({ party }) => party === customer)?.role
    if (role === 'coOwner' || role === 'coBorrower') return [{ is, since: account.opened }]
    return role === 'disposer' ? [{ is: 'mandate', since: account.opened }] : []
  })
}

const isOpen = ({ closed, owned }: Account) => closed === null && owned.to === null
