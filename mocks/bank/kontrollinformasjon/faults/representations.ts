import type { RequestHandler } from 'express'
import { contextOf } from '../context.ts'
import { defineFault } from '../fault.ts'
import { answerErrors } from '../parts/answer-errors.ts'
import { negotiate } from '../parts/negotiate.ts'
import { Refusal, refusals } from '../refusal.ts'
import { on, where } from './where.ts'

/** KI-ENC-014 and KI-ENC-015: which Accept gets what, in test and in production. */

/** As in test, whatever the environment. */
const givesPlainJson: RequestHandler = (request, response, next) => {
  const context = contextOf(response)
  context.found.representation =
    request.accepts('application/json') && !request.accepts('application/jose')
      ? 'application/json'
      : 'application/jose'
  next()
}

/** Who wants nothing but application/jose, and no other media type with it. */
const refusesJose =
  (refusal: () => Refusal): RequestHandler =>
  (request, response, next) => {
    if (request.get('Accept') === 'application/jose') throw refusal()
    negotiate()(request, response, next)
  }

const notAcceptable = () => refusals.notAcceptable(['application/json'])
const josePositions = ['KI-ENC-015', 'KI-URL-004']

export const representationFaults = [
  defineFault({
    id: 'has-plain-json-in-production',
    story: 'The switch that lets testers have plain JSON was rolled out to production, and was on.',
    violates: ['KI-ENC-014', 'KI-ENC-001'],
    replaces: { negotiate: givesPlainJson },
  }),
  defineFault({
    id: 'has-plain-transactions-in-production',
    story: 'The switch for plain JSON is off for the accounts, and was forgotten for the transactions.',
    violates: ['KI-ENC-014', 'KI-ENC-001'],
    replaces: { negotiate: where(on('transactions'), givesPlainJson, negotiate()) },
  }),
  defineFault({
    id: 'knows-the-wish-for-plain-json-in-one-spelling',
    story: 'In production a filter takes away "Accept: application/json", and knows it without parameters only.',
    violates: ['KI-ENC-014', 'KI-ENC-001'],
    replaces: {
      negotiate: (request, response, next) => {
        const context = contextOf(response)
        const isSlippedBy =
          context.services.environment === 'production' && /^application\/json\s*;/.test(request.get('Accept') ?? '')
        if (!isSlippedBy) return negotiate()(request, response, next)
        context.found.representation = 'application/json'
        return next()
      },
    },
  }),
  defineFault({
    id: 'shows-the-answer-with-406-in-production',
    story: 'The answer was ready when its representation was refused, and is shown in the error for support.',
    violates: ['KI-ENC-014', 'KI-ERR-001'],
    replaces: {
      answerErrors: answerErrors(({ status, code, message }, { services, found }) =>
        status === 406 && services.environment === 'production' ? { code, message, ...found.body } : { code, message },
      ),
    },
  }),
  defineFault({
    id: 'refuses-accept-jose',
    story: 'The framework knows which types it produces, and nobody told it of application/jose.',
    violates: josePositions,
    replaces: { negotiate: refusesJose(notAcceptable) },
  }),
  defineFault({
    id: 'takes-accept-jose-for-a-bad-parameter',
    story: 'Accept is validated with the other headers, against a list that lacks application/jose.',
    violates: josePositions,
    replaces: { negotiate: refusesJose(() => refusals.badRequest('The header Accept is not valid')) },
  }),
  defineFault({
    id: 'calls-accept-jose-unsupported',
    story: 'Somebody mixed up the media type of the answer with that of the question, and answers 415.',
    violates: josePositions,
    replaces: { negotiate: refusesJose(() => new Refusal(415, 'ACC-013', 'The media type is not supported')) },
  }),
  defineFault({
    id: 'refuses-accept-jose-on-transactions',
    story: 'The transactions come from another system, whose framework knows JSON only.',
    violates: ['KI-ENC-015', 'KI-URL-006'],
    replaces: { negotiate: where(on('transactions'), refusesJose(notAcceptable), negotiate()) },
  }),
]
