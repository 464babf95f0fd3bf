import { defineFault } from '../fault.ts'
import { authenticate } from '../parts/authenticate.ts'
import { refusals } from '../refusal.ts'

/** KI-URL-004: where the operations lie. */
export const pathFaults = [
  defineFault({
    id: 'has-no-list-at-accounts',
    story: 'Somebody moved the list to a path of their own, and left a 404 behind at the one that is agreed.',
    violates: ['KI-URL-004'],
    replaces: {
      listAccounts: () => {
        throw refusals.unknown('There is nothing at this path')
      },
    },
  }),
  defineFault({
    id: 'trusts-no-token',
    story: 'The address of the key set is the one of another environment, so no signature verifies.',
    violates: ['KI-URL-004'],
    replaces: {
      authenticate: authenticate({
        readClaims: () => {
          throw refusals.untrusted('the signature does not verify')
        },
      }),
    },
  }),
  defineFault({
    id: 'finds-every-call-malformed',
    story: 'A header of the previous version is still required, and no caller sends it any more.',
    violates: ['KI-URL-012', 'KI-URL-004'],
    replaces: {
      correlate: () => {
        throw refusals.badRequest('The header X-Request-ID is missing')
      },
    },
  }),
]
