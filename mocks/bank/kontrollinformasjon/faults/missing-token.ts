import { defineFault } from '../fault.ts'
import { authenticate } from '../parts/authenticate.ts'
import { refusals } from '../refusal.ts'
import { assumed } from './assumed.ts'
import { served } from './served.ts'

/** KI-AUT-001: calls without Authorization. */

const openOperations = Object.entries(served).map(([name, operation]) =>
  defineFault({
    id: `serves-${name}-without-token`,
    story: `The ${name} was opened for a demonstration, and the check of the token is still optional there.`,
    violates: ['KI-AUT-001'],
    replaces: {
      authenticate: authenticate({
        missing: (context) => (context.operation === operation ? assumed : refusals.unauthenticated()),
      }),
    },
  }),
)

export const missingTokenFaults = [
  ...openOperations,
  defineFault({
    id: 'forbids-instead-of-asking-for-a-token',
    story: 'Somebody thought that a caller without a token is one without rights, and answers 403.',
    violates: ['KI-AUT-001'],
    replaces: {
      authenticate: authenticate({ missing: () => refusals.forbidden('The caller may not use this service') }),
    },
  }),
  defineFault({
    id: 'takes-a-missing-token-for-a-bad-parameter',
    story: 'Authorization is validated with the other headers, so its absence is a bad request.',
    violates: ['KI-AUT-001'],
    replaces: {
      authenticate: authenticate({ missing: () => refusals.badRequest('The header Authorization is missing') }),
    },
  }),
]
