import type { RequestHandler } from 'express'
import { type Context, contextOf, need } from '../context.ts'

interface CompletenessPolicy {
  readonly isLeftOut: (context: Context) => boolean
  readonly detailsOf: (context: Context) => unknown
}

export const completenessPolicy: CompletenessPolicy = {
  isLeftOut: () => false,
  detailsOf: ({ found: { withheld } }) =>
    withheld === undefined ? { status: 'complete' } : { status: 'partial', message: withheld },
}

/** Partial, with the reason, where something can be had by hand only (catalogue section 3). Pages are no part of it. */
export const stateCompleteness = (changes: Partial<CompletenessPolicy> = {}): RequestHandler => {
  const { isLeftOut, detailsOf } = { ...completenessPolicy, ...changes }
  return (_request, response, next) => {
    const context = contextOf(response)
    if (!isLeftOut(context)) context.found.body = { responseDetails: detailsOf(context), ...need(context, 'body') }
    next()
  }
}
