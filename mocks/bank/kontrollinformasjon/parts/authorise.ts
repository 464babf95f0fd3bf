import type { RequestHandler } from 'express'
import { scope } from '../../../../contracts/kontrollinformasjon/profile.ts'
import { agreements } from '../../world/agreements.ts'
import { contextOf, need } from '../context.ts'
import { type Refusal, refusals } from '../refusal.ts'
import { type Claims, consumerOf, hasScope } from '../token/claims.ts'

export interface RightsPolicy {
  readonly hasScope: (claims: Claims, wanted: string) => boolean
  readonly outOfScope: () => Refusal
}

const rightsPolicy: RightsPolicy = {
  hasScope,
  outOfScope: () => refusals.forbidden('The access token does not hold the scope of this service'),
}

/**
 * What a trusted token entitles to: the scope of the interface, and an agency with which the bank has an agreement
 * (catalogue 5.1, 6.2). Which service it gets is decided by the mandate, in `requireMandate`.
 */
export const authorise = (changes: Partial<RightsPolicy> = {}): RequestHandler => {
  const policy = { ...rightsPolicy, ...changes }
  return (_request, response, next) => {
    const context = contextOf(response)
    const claims = need(context, 'claims')
    if (!policy.hasScope(claims, scope)) throw policy.outOfScope()
    const consumer = consumerOf(claims)
    if (consumer === null || !agreements.some((one) => one.consumer === consumer))
      throw refusals.forbidden('The consumer may not use this service')
    context.found.consumer = consumer
    next()
  }
}
