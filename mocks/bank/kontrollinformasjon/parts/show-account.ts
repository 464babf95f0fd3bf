import type { RequestHandler } from 'express'
import { type AccountView, accountDetail, view } from '../answers/account.ts'
import { contextOf, need } from '../context.ts'

/** Details of one account, with its balances at the end of the period (catalogue 2.3). */
export const showAccount =
  (by: AccountView = view): RequestHandler =>
  (_request, response, next) => {
    const context = contextOf(response)
    const { world, now } = context.services
    const asked = { period: need(context, 'period'), at: new Date(now()).toISOString() }
    context.found.body = { account: accountDetail(need(context, 'account'), world, asked, by) }
    next()
  }
