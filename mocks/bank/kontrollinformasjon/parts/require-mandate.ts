import type { RequestHandler } from 'express'
import { legalMandate } from '../../../../contracts/kontrollinformasjon/profile.ts'
import { parseLegalMandate } from '../../../../contracts/kontrollinformasjon/wire.ts'
import { type Context, contextOf } from '../context.ts'
import { type Refusal, refusals } from '../refusal.ts'

export interface MandatePolicy {
  /** Whether a missing mandate is taken for the usual one. */
  readonly isAssumed: (context: Context) => boolean
  readonly missing: () => Refusal
}

export const mandatePolicy: MandatePolicy = {
  isAssumed: () => false,
  missing: () => refusals.badRequest('The header Legal-Mandate is missing'),
}

/** The mandate of konkurs, letter for letter once it is decoded (catalogue 6.1, Q29, Q30). */
export const requireMandate =
  (changes: Partial<MandatePolicy> = {}): RequestHandler =>
  (request, response, next) => {
    const { isAssumed, missing } = { ...mandatePolicy, ...changes }
    const header = request.get('Legal-Mandate')
    if (header !== undefined) checkMandate(header)
    else if (!isAssumed(contextOf(response))) throw missing()
    next()
  }

function checkMandate(header: string): void {
  const mandate = parseLegalMandate(header)
  if (!mandate.ok) throw refusals.badRequest('The header Legal-Mandate must be percent-encoded UTF-8')
  if (mandate.value !== legalMandate)
    throw refusals.badRequest('The header Legal-Mandate is not the mandate of this service')
}
