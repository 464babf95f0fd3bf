import type { RequestHandler } from 'express'
import { type Context, contextOf } from '../context.ts'
import { type Refusal, refusals } from '../refusal.ts'

/** RFC 9562 §4: the text form; any version. */
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

interface CorrelationPolicy {
  /** What to answer when the header is missing; null goes on without it. */
  readonly missing: (name: string, context: Context) => Refusal | null
}

const correlationPolicy: CorrelationPolicy = {
  missing: (name) => refusals.badRequest(`The header ${name} is missing`),
}

/** The ids by which a case and a call are found again (catalogue 1.3). Reuse of either is no error (KI-REQ-020, Q52). */
export const correlate = (changes: Partial<CorrelationPolicy> = {}): RequestHandler => {
  const { missing } = { ...correlationPolicy, ...changes }
  return (request, response, next) => {
    for (const name of ['AccountInfoRequestID', 'CorrelationID']) {
      const value = request.get(name)
      const refusal = value === undefined ? missing(name, contextOf(response)) : null
      if (refusal !== null) throw refusal
      if (value !== undefined && !uuid.test(value)) throw refusals.badRequest(`The header ${name} must be one uuid`)
    }
    next()
  }
}
