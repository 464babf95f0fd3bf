import type { Request } from 'express'
import { answerPlainHttpToo } from '../../../http/plain-http.ts'
import { defineFault } from '../fault.ts'
import { answerErrors, codeAndMessage } from '../parts/answer-errors.ts'
import { authenticate } from '../parts/authenticate.ts'
import { negotiate } from '../parts/negotiate.ts'
import { onlyGet } from '../parts/only-get.ts'
import { refusals } from '../refusal.ts'
import { write } from '../write.ts'
import { accountsAtHand } from './delivered.ts'
import { refusing } from './demanding.ts'
import { served } from './served.ts'

/** KI-URL-001: what comes without TLS. */

const isPlain = ({ socket }: Request) => !('encrypted' in socket)

const refusal = () => refusals.forbidden('This service is to be called with HTTPS')

const onOne = Object.entries(served).map(([name, operation]) =>
  defineFault({
    id: `serves-${name}-over-plain-http`,
    story: `Somebody who moved everything to HTTPS forgot the ${name}, which a job of their own still read.`,
    violates: ['KI-URL-001'],
    replaces: {
      authenticate: refusing(
        (request, context) => isPlain(request) && context.operation !== operation,
        refusal,
        authenticate(),
      ),
    },
    listens: answerPlainHttpToo,
  }),
)

export const plainHttpFaults = [
  defineFault({
    id: 'serves-plain-http-too',
    story: 'The balancer in front ends TLS, and nobody closed the door behind it.',
    violates: ['KI-URL-001'],
    replaces: {},
    listens: answerPlainHttpToo,
  }),
  ...onOne,
  defineFault({
    id: 'refuses-plain-http-with-the-accounts',
    story: 'That the caller should have come with HTTPS is noticed last, and written beside the answer.',
    violates: ['KI-URL-001'],
    replaces: {
      negotiate: refusing(isPlain, refusal, negotiate()),
      answerErrors: answerErrors((one, context, request) =>
        isPlain(request)
          ? { ...(codeAndMessage(one, context, request) as object), ...accountsAtHand(context) }
          : codeAndMessage(one, context, request),
      ),
    },
    listens: answerPlainHttpToo,
  }),
  defineFault({
    id: 'shows-a-page-over-plain-http',
    story: 'Who comes without TLS is shown a page that says where the service is, as if that were an answer.',
    violates: [],
    tolerates: ['KI-URL-001'],
    replaces: {
      onlyGet: (request, response, next) => {
        if (!isPlain(request)) onlyGet()(request, response, next)
        else write(response, 200, 'text/html; charset=utf-8', '<!DOCTYPE html><title>DSOP</title><p>Bruk HTTPS</p>')
      },
    },
    listens: answerPlainHttpToo,
  }),
]
