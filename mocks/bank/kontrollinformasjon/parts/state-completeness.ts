import type { RequestHandler } from 'express'
import { type Context, contextOf, need } from '../context.ts'

export interface CompletenessPolicy {
  readonly isLeftOut: (context: Context) => boolean
  readonly detailsOf: (context: Context) => unknown
}

export const completenessPolicy: CompletenessPolicy = {
  isLeftOut: () => false,
  detailsOf: () => ({ status: 'complete' }),
}

/** Everything that this bank holds it can deliver, so every answer is complete (catalogue section 3). Pages are no part of it. */
export const stateCompleteness =
  (changes: Partial<CompletenessPolicy> = {}): RequestHandler =>
  (_request, response, next) => {
    const { isLeftOut, detailsOf } = { ...completenessPolicy, ...changes }
    const context = contextOf(response)
    if (!isLeftOut(context)) context.found.body = { responseDetails: detailsOf(context), ...need(context, 'body') }
    next()
  }
