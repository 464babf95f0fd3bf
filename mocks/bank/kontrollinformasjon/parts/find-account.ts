import type { RequestHandler } from 'express'
import { contextOf } from '../context.ts'
import { type Refusal, refusals } from '../refusal.ts'

export interface UnknownAccountPolicy {
  readonly unknown: () => Refusal
}

/** The account behind the reference, and its owner, whom the rules of the list hold for as well (Q53). */
export const findAccount =
  (
    { unknown }: UnknownAccountPolicy = {
      unknown: () => refusals.unknown('There is no account with this accountReference'),
    },
  ): RequestHandler =>
  ({ params }, response, next) => {
    const { services, found } = contextOf(response)
    const account = services.world.accounts.find(({ reference }) => reference === params.accountReference)
    if (account === undefined) throw unknown()
    found.account = account
    found.debtor = account.owner
    next()
  }
