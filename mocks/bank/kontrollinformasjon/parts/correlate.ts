import type { RequestHandler } from 'express'
import { refusals } from '../refusal.ts'

/** RFC 9562 §4: the text form; any version. */
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** The ids by which a case and a call are found again (catalogue 1.3). Reuse of either is no error (KI-REQ-020, Q52). */
export const correlate = (): RequestHandler => (request, _response, next) => {
  for (const name of ['AccountInfoRequestID', 'CorrelationID']) {
    const value = request.get(name)
    if (value === undefined) throw refusals.badRequest(`The header ${name} is missing`)
    if (!uuid.test(value)) throw refusals.badRequest(`The header ${name} must be one uuid`)
  }
  next()
}
