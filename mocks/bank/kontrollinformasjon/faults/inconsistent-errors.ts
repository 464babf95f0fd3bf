import type { Request, RequestHandler } from 'express'
import { type Context, contextOf } from '../context.ts'
import { defineFault } from '../fault.ts'
import { answerErrors, codeAndMessage } from '../parts/answer-errors.ts'
import { authenticate } from '../parts/authenticate.ts'
import { authorise } from '../parts/authorise.ts'
import { findAccount } from '../parts/find-account.ts'
import { onlyGet } from '../parts/only-get.ts'
import { requireNotice } from '../parts/require-notice.ts'
import { Refusal, refusals } from '../refusal.ts'
import { on, where } from './where.ts'

/** KI-ERR-015: one faulty request, answered now this way and now that. Each way by itself is in order, or tolerated. */

const unknown = (status: 404 | 400, code: string) =>
  new Refusal(status, code, 'There is no account with this accountReference')

/** Every other time, for each bank by itself. */
function inTurns<Outcome>(one: () => Outcome, other: () => Outcome): (context: Context) => Outcome {
  const counts = new WeakMap<object, number>()
  return ({ services }) => {
    const count = counts.get(services) ?? 0
    counts.set(services, count + 1)
    return count % 2 === 0 ? one() : other()
  }
}

const choosing =
  (part: (outcome: () => Refusal) => RequestHandler, choose: (context: Context) => Refusal): RequestHandler =>
  (request, response, next) =>
    part(() => choose(contextOf(response)))(request, response, next)

const unknownBy = (choose: (context: Context) => Refusal) =>
  choosing((outcome) => findAccount({ unknown: outcome }), choose)

const eitherCode = () =>
  unknownBy(
    inTurns(
      () => unknown(404, 'ACC-002'),
      () => unknown(404, 'ACC-003'),
    ),
  )
const eitherStatus = () =>
  unknownBy(
    inTurns(
      () => unknown(404, 'ACC-002'),
      () => unknown(400, 'ACC-001'),
    ),
  )

const expiredBy = (choose: (context: Context) => Refusal) =>
  choosing((outcome) => authenticate({ expired: outcome }), choose)

const expired = () => refusals.untrusted('it has expired')
const forbidden = () => refusals.forbidden('The access token does not open this service')

/** Of a request that has come before, letter for letter but for its CorrelationID, to this bank. */
function isRepeated(): (request: Request, context: Context) => boolean {
  const seen = new WeakMap<object, Set<string>>()
  return (request, { services }) => {
    const before = seen.get(services) ?? new Set()
    seen.set(services, before)
    const { correlationid, connection: _, host: _host, ...headers } = request.headers
    const key = JSON.stringify([request.method, request.originalUrl, headers, correlationid !== undefined])
    const isKnown = before.has(key)
    before.add(key)
    return isKnown
  }
}

/** Before anything else is looked at. */
function hangingUp(): RequestHandler {
  const isAgain = isRepeated()
  return (request, response, next) => {
    const isAnonymous = request.get('Authorization') === undefined
    if (isAnonymous && isAgain(request, contextOf(response))) request.socket.destroy()
    else onlyGet()(request, response, next)
  }
}

interface Store {
  readonly story: string
  readonly of: (refusal: Refusal, context: Context, request: Request) => boolean
  readonly code: string
}

/** An error is kept for a while, and what comes out of the store is not what went in. */
const stores: Readonly<Record<string, Store>> = {
  'keeps-missing-tokens-under-another-code': {
    story:
      'The gateway keeps its refusals of anonymous callers, and writes them anew with the code for missing rights.',
    of: ({ status }, _context, request) => status === 401 && request.get('Authorization') === undefined,
    code: 'ACC-011',
  },
  ...Object.fromEntries(
    ['Legal-Mandate', 'PartyID', 'OnlyPrimaryOwner'].map((name) => [
      `keeps-what-is-wrong-with-${name.toLowerCase()}-under-another-code`,
      {
        story: `The gateway keeps what the list refuses for its ${name}, and knows one code for all errors of callers.`,
        of: ({ status, message }: Refusal, context: Context) =>
          status === 400 && message.includes(name) && on('accounts')(context),
        code: 'ACC-400',
      },
    ]),
  ),
  'keeps-bad-requests-on-transactions-under-another-code': {
    story: 'The gateway keeps what the transactions refuse, and knows one code for all errors of callers.',
    of: ({ status }, context) => status === 400 && on('transactions')(context),
    code: 'ACC-400',
  },
  'keeps-other-methods-under-another-code': {
    story: 'The gateway keeps its refusals of methods, and writes them anew with the code of a bad request.',
    of: ({ status }) => status === 405,
    code: 'ACC-001',
  },
  'keeps-refused-endpoints-under-another-code': {
    story: 'The gateway keeps that cards and roles are refused, and writes it anew with the code for missing rights.',
    of: ({ status }, context) => status === 400 && on('cards', 'roles')(context),
    code: 'ACC-011',
  },
}

const storeFaults = Object.entries(stores).map(([id, { story, of, code }]) => {
  const isAgain = isRepeated()
  return defineFault({
    id,
    story,
    violates: ['KI-ERR-015', 'KI-ERR-004'],
    replaces: {
      answerErrors: answerErrors((refusal, context, request) =>
        of(refusal, context, request) && isAgain(request, context)
          ? { code, message: refusal.message }
          : codeAndMessage(refusal, context, request),
      ),
    },
  })
})

const seenConnections = new WeakSet<object>()

/** The first request on a connection is judged by the gateway, the others by the bank. */
const expiredOnNewConnections: RequestHandler = (request, response, next) => {
  const isNew = !seenConnections.has(request.socket)
  seenConnections.add(request.socket)
  return authenticate({ expired: isNew ? forbidden : expired })(request, response, next)
}

export const inconsistentErrorFaults = [
  defineFault({
    id: 'takes-turns-about-unknown-accounts',
    story: 'Of two nodes one tells unknown from malformed, and the other was never updated.',
    violates: ['KI-ERR-015'],
    replaces: { findAccount: where(on('details'), eitherStatus(), findAccount()) },
  }),
  defineFault({
    id: 'takes-turns-about-the-code-of-unknown-accounts',
    story: 'Of two nodes each has its own table of codes for a 404.',
    violates: ['KI-ERR-015'],
    replaces: { findAccount: eitherCode() },
  }),
  defineFault({
    id: 'takes-turns-about-the-code-of-unknown-transactions',
    story: 'The transactions lie on two nodes, each with its own table of codes for a 404.',
    violates: ['KI-ERR-015'],
    replaces: { findAccount: where(on('transactions'), eitherCode(), findAccount()) },
  }),
  defineFault({
    id: 'takes-turns-about-a-wrong-scope',
    story: 'One node asks for a better token, the other forbids: both are lawful, and not together.',
    violates: ['KI-ERR-015'],
    replaces: {
      authorise: choosing(
        (outcome) => authorise({ outOfScope: outcome }),
        inTurns(forbidden, () => refusals.untrusted('it does not hold the scope')),
      ),
    },
  }),
  defineFault({
    id: 'hangs-up-when-somebody-without-token-comes-back',
    story: 'Who comes a second time without a token is taken for an attacker, and cut off.',
    violates: ['KI-ERR-015'],
    replaces: { onlyGet: hangingUp() },
  }),
  defineFault({
    id: 'takes-turns-about-want-of-notice',
    story: 'Of two nodes one finds a party without konkursvarsel forbidden, and the other finds it a bad parameter.',
    violates: ['KI-ERR-015'],
    replaces: {
      requireNotice: choosing(
        (refusal) => requireNotice({ refusal }),
        inTurns(
          () => refusals.forbidden('There is no open konkursvarsel for the party'),
          () => refusals.badRequest('There is no open konkursvarsel for the party'),
        ),
      ),
    },
  }),
  defineFault({
    id: 'takes-turns-about-expired-tokens-on-transactions',
    story: 'The transactions lie behind two gateways, and one of them calls every bad token a matter of rights.',
    violates: ['KI-ERR-015'],
    replaces: {
      authenticate: where(on('transactions'), expiredBy(inTurns(expired, forbidden)), authenticate()),
    },
  }),
  defineFault({
    id: 'finds-expired-tokens-forbidden-on-new-connections',
    story:
      'The gateway looks at the token when a connection is opened, and has another answer than the bank behind it.',
    violates: ['KI-ERR-015'],
    replaces: { authenticate: expiredOnNewConnections },
  }),
  ...storeFaults,
]
