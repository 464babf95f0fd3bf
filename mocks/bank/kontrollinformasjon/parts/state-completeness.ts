import type { RequestHandler } from 'express'
import { type Context, contextOf, need } from '../context.ts'

export interface CompletenessPolicy {
  readonly isLeftOut: (context: Context) => boolean
}

/** Everything that this bank holds it can deliver, so every answer is complete (catalogue section 3). Pages are no part of it. */
export const stateCompleteness =
  ({ isLeftOut }: CompletenessPolicy = { isLeftOut: () => false }): RequestHandler =>
  (_request, response, next) => {
    const context = contextOf(response)
    if (!isLeftOut(context)) context.found.body = { responseDetails: { status: 'complete' }, ...need(context, 'body') }
    next()
  }
