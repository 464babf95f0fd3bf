import type { RequestHandler } from 'express'
import type { Account as AccountOnWire } from '../../../../contracts/kontrollinformasjon/wire.ts'
import type { Account, World } from '../../world/model.ts'
import { ownedBy } from '../../world/queries.ts'
import { accountInList } from '../answers/account.ts'
import { type Context, contextOf, need } from '../context.ts'

export interface ListPolicy {
  readonly show: (account: Account, world: World) => object
  /** What is listed of all that the debtor owned in the period. */
  readonly select: (accounts: readonly Account[], context: Context) => readonly Account[]
  /** The body around what is shown. */
  readonly body: (accounts: readonly object[], context: Context) => object
}

export const listPolicy: ListPolicy = {
  show: (account, world): AccountOnWire => accountInList(account, world),
  select: (accounts) => accounts,
  body: (accounts) => ({ accounts }),
}

/** Every account that the debtor owned at some time in the period, closed ones too; none that others own (catalogue section 3). */
export const listAccounts =
  (changes: Partial<ListPolicy> = {}): RequestHandler =>
  (_request, response, next) => {
    const { show, select, body } = { ...listPolicy, ...changes }
    const context = contextOf(response)
    const { world } = context.services
    const { from, to } = need(context, 'period')
    const owned = ownedBy(world, need(context, 'debtor')).filter(
      ({ opened, closed }) => opened <= to && (closed === null || closed >= from),
    )
    const shown = select(owned, context).map((account) => show(account, world))
    context.found.body = body(shown, context)
    next()
  }
