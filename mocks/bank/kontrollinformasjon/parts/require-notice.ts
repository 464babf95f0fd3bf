import type { RequestHandler } from 'express'
import { kjennelsesdatoOf } from '../../world/queries.ts'
import { type Context, contextOf, need } from '../context.ts'
import { type Refusal, refusals } from '../refusal.ts'

interface NoticePolicy {
  /** Whether the question is let through although there is no konkursvarsel. */
  readonly isWaived: (context: Context) => boolean
  readonly refusal: () => Refusal
}

const noticePolicy: NoticePolicy = {
  isWaived: () => false,
  refusal: () => refusals.forbidden('There is no open konkursvarsel for the party'),
}

/**
 * Only a debtor with an open konkursvarsel (catalogue 6.2, Q2, Q53): one that was neither deleted nor overturned (Q31).
 * The answer is the same for a customer and for somebody whom the bank does not know (KI-ERR-019).
 */
export const requireNotice = (changes: Partial<NoticePolicy> = {}): RequestHandler => {
  const { isWaived, refusal } = { ...noticePolicy, ...changes }
  return (_request, response, next) => {
    const context = contextOf(response)
    const { needsNotice } = need(context, 'agreement')
    const kjennelsesdato = needsNotice ? kjennelsesdatoOf(context.services.world, need(context, 'debtor')) : null
    if (needsNotice && kjennelsesdato === null && !isWaived(context)) throw refusal()
    context.found.kjennelsesdato = kjennelsesdato
    next()
  }
}
