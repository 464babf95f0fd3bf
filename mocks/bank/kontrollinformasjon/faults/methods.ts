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

export const methodFaults = [
  ...answeredAsGet,
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
