import type { RequestHandler } from 'express'
import { parseLegalMandate } from '../../../../contracts/kontrollinformasjon/wire.ts'
import { type Agreement, agreements, konkurs } from '../../world/agreements.ts'
import { type Context, contextOf, need } from '../context.ts'
import { type Refusal, refusals } from '../refusal.ts'

interface MandatePolicy {
  /** Whether a missing mandate is taken for the usual one. */
  readonly isAssumed: (context: Context) => boolean
  readonly missing: () => Refusal
}

const mandatePolicy: MandatePolicy = {
  isAssumed: () => false,
  missing: () => refusals.badRequest('The header Legal-Mandate is missing'),
}

/** The mandate of one of the consumer's services, letter for letter once it is decoded (catalogue 6.1, Q29, Q30). */
export const requireMandate = (changes: Partial<MandatePolicy> = {}): RequestHandler => {
  const { isAssumed, missing } = { ...mandatePolicy, ...changes }
  return (request, response, next) => {
    const context = contextOf(response)
    const served = agreements.filter(({ consumer }) => consumer === need(context, 'consumer'))
    const header = request.get('Legal-Mandate')
    if (header === undefined && !isAssumed(context)) throw missing()
    const agreement = header === undefined ? served[0] : served.find(hasMandate(decoded(header)))
    if (agreement === undefined) throw refusalOf(header ?? '')
    context.found.agreement = agreement
    next()
  }
}

const hasMandate =
  (mandate: string) =>
  ({ legalMandate }: Agreement) =>
    legalMandate === mandate

function decoded(header: string): string {
  const mandate = parseLegalMandate(header)
  if (!mandate.ok) throw refusals.badRequest('The header Legal-Mandate must be percent-encoded UTF-8')
  return mandate.value
}

/** Who may not use the mandate of konkurs lacks a right; any other wrong text is a wrong value (catalogue 6.2, Q1). */
const refusalOf = (header: string) =>
  hasMandate(decoded(header))(konkurs)
    ? refusals.forbidden('The consumer may not use the mandate of konkurs')
    : refusals.badRequest('The header Legal-Mandate is not the mandate of this service')
