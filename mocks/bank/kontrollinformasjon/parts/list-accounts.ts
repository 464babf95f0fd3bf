import type { RequestHandler } from 'express'
import type { Account as AccountOnWire } from '../../../../contracts/kontrollinformasjon/wire.ts'
import type { Account, World } from '../../world/model.ts'
import { isOwnedIn, isShielded, ownedBy } from '../../world/queries.ts'
import { accountInList } from '../answers/account.ts'
import { type Context, contextOf, need } from '../context.ts'
import type { Period } from '../period.ts'

export interface ListPolicy {
  /** Whether the debtor's list is empty whatever is held. */
  readonly isHidden: (debtor: string, world: World) => boolean
  /** Whether an account was the debtor's in the period. */
  readonly isOwned: (account: Account, period: Period) => boolean
  readonly show: (account: Account, world: World) => object
  /** What is listed of all that the debtor owned in the period. */
  readonly select: (accounts: readonly Account[], context: Context) => readonly Account[]
  /** The body around what is shown. */
  readonly body: (accounts: readonly object[], context: Context) => object
}

const listPolicy: ListPolicy = {
  isHidden: (debtor, world) => isShielded(world, debtor),
  isOwned: isOwnedIn,
  show: (account, world): AccountOnWire => accountInList(account, world),
  select: (accounts) => accounts,
  body: (accounts) => ({ accounts }),
}

/**
 * Every account that the debtor owned at some time in the period, closed ones too; none that others own, and none at all
 * of somebody who is shielded (catalogue section 3, Q44).
 */
export const listAccounts = (changes: Partial<ListPolicy> = {}): RequestHandler => {
  const { isHidden, isOwned, show, select, body } = { ...listPolicy, ...changes }
  return (_request, response, next) => {
    const context = contextOf(response)
    const { world } = context.services
    const debtor = need(context, 'debtor')
    const period = need(context, 'period')
    const held = isHidden(debtor, world) ? [] : ownedBy(world, debtor)
    const owned = held.filter((account) => isOwned(account, period))
    const shown = select(owned, context).map((account) => show(account, world))
    context.found.body = body(shown, context)
    next()
  }
}
