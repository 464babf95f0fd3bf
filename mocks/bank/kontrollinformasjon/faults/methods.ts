import type { Request } from 'express'
import type { OperationName } from '../../../../contracts/kontrollinformasjon/operations.ts'
import type { Context } from '../context.ts'
import { defineFault } from '../fault.ts'
import { onlyGet } from '../parts/only-get.ts'
import { type Refusal, refusals } from '../refusal.ts'
import { served } from './served.ts'
import { on, where } from './where.ts'

/** KI-URL-007: methods other than GET. */

const methods = ['POST', 'PUT', 'PATCH', 'DELETE'] as const

/** Conformant everywhere else. */
const except = (method: string, operation: OperationName, outcome: () => Refusal | null) =>
  onlyGet({
    refusal: (asked: string, context: Context) =>
      asked === method && context.operation === operation ? outcome() : refusals.wrongMethod(),
  })

const answeredAsGet = methods.flatMap((method) =>
  Object.entries(served).map(([name, operation]) =>
    defineFault({
      id: `answers-${method.toLowerCase()}-on-${name}-as-get`,
      story: `The handler of the ${name} was registered for every method, and nobody tried ${method}.`,
      violates: ['KI-URL-007'],
      replaces: { onlyGet: except(method, operation, () => null) },
    }),
  ),
)

/** RFC 9112 §6.3: what announces a body. */
const hasBody = (request: Request) =>
  Number(request.get('Content-Length') ?? 0) > 0 || request.get('Transfer-Encoding') !== undefined

const answeredWithBody = Object.entries({ POST: 'list', PUT: 'details', PATCH: 'transactions' } as const).map(
  ([method, name]) =>
    defineFault({
      id: `takes-${method.toLowerCase()}-with-a-body-on-${name}`,
      story: `Only a ${method} that has a body is taken for one, and somebody once searched the ${name} with it.`,
      violates: ['KI-URL-007'],
      replaces: {
        onlyGet: onlyGet({
          refusal: (asked, { operation }, request) =>
            asked === method && operation === served[name] && hasBody(request) ? null : refusals.wrongMethod(),
        }),
      },
    }),
)

export const methodFaults = [
  ...answeredAsGet,
  ...answeredWithBody,
  defineFault({
    id: 'finds-bodies-malformed-before-it-looks-at-the-method',
    story: 'A filter in front reads every body, and finds none that it can use.',
    violates: ['KI-URL-007'],
    replaces: {
      onlyGet: onlyGet({
        refusal: (_method, _context, request) =>
          hasBody(request) ? refusals.badRequest('The body is not expected') : refusals.wrongMethod(),
      }),
    },
  }),
  defineFault({
    id: 'answers-post-on-list-as-unknown',
    story: 'The router knows only GET routes, and calls a path with another method one that does not exist.',
    violates: ['KI-URL-007'],
    replaces: { onlyGet: except('POST', 'accounts', () => refusals.unknown('There is nothing at this path')) },
  }),
  defineFault({
    id: 'takes-other-methods-for-bad-parameters',
    story: 'The method is validated with the parameters, so another one is a bad request.',
    violates: ['KI-URL-007'],
    replaces: { onlyGet: onlyGet({ refusal: () => refusals.badRequest('Only GET is allowed') }) },
  }),
  defineFault({
    id: 'answers-other-methods-on-transactions-as-unknown',
    story: 'The transactions have a router of their own, which knows only GET routes.',
    violates: ['KI-URL-007'],
    replaces: {
      onlyGet: where(
        on('transactions'),
        onlyGet({ refusal: () => refusals.unknown('There is nothing at this path') }),
        onlyGet(),
      ),
    },
  }),
]
