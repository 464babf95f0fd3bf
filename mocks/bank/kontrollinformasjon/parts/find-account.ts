import type { RequestHandler } from 'express'
import type { Account } from '../../world/model.ts'
import { isShielded } from '../../world/queries.ts'
import { type Context, contextOf } from '../context.ts'
import { type Refusal, refusals } from '../refusal.ts'

interface UnknownAccountPolicy {
  readonly unknown: () => Refusal
  /** Whether an account is treated as if the bank did not know it. */
  readonly isHidden: (account: Account, context: Context) => boolean
}

export const unknownAccountPolicy: UnknownAccountPolicy = {
  unknown: () => refusals.unknown('There is no account with this accountReference'),
  isHidden: ({ owner }, { services }) => isShielded(services.world, owner),
}

/**
 * The account behind the reference, and its owner, whom the rules of the list hold for as well (Q53). That of somebody
 * who is shielded does not exist for the interface (KI-PRV-009).
 */
export const findAccount = (changes: Partial<UnknownAccountPolicy> = {}): RequestHandler => {
  const { unknown, isHidden } = { ...unknownAccountPolicy, ...changes }
  return ({ params }, response, next) => {
    const context = contextOf(response)
    const { services, found } = context
    const account = services.world.accounts.find(({ reference }) => reference === params.accountReference)
    if (account === undefined || isHidden(account, context)) throw unknown()
    found.account = account
    found.debtor = account.owner
    next()
  }
}
