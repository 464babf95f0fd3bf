import { defineFault, type Fault } from '../fault.ts'
import { authenticate } from '../parts/authenticate.ts'
import { onlyGet } from '../parts/only-get.ts'
import { refuseEndpoint } from '../parts/refuse-endpoint.ts'
import { requireMandate } from '../parts/require-mandate.ts'
import { seal } from '../parts/seal.ts'
import { Refusal } from '../refusal.ts'

/** KI-ERR-004 and the row of each refusal: the right status with the code of another one. */

interface Mispaired {
  readonly story: string
  /** Before KI-ERR-004 where the row asks for the code itself. */
  readonly also: readonly string[]
  readonly replaces: Fault['replaces']
}

const forbiddenCode = (message: string) => new Refusal(400, 'ACC-011', message)

const mispaired: Readonly<Record<string, Mispaired>> = {
  'pairs-405-with-acc-001': {
    story: 'Every fault of the caller is ACC-001 to the framework, another method too.',
    also: ['KI-URL-007'],
    replaces: {
      onlyGet: onlyGet({ refusal: () => new Refusal(405, 'ACC-001', 'Only GET is allowed', { Allow: 'GET' }) }),
    },
  },
  'pairs-a-missing-mandate-with-acc-100': {
    story: 'The missing header ends in an exception, which is given the status of the caller and the code of the bank.',
    also: ['KI-REQ-005'],
    replaces: {
      requireMandate: requireMandate({
        missing: () => new Refusal(400, 'ACC-100', 'The header Legal-Mandate is missing'),
      }),
    },
  },
  'pairs-a-missing-token-with-acc-011': {
    story: 'Authentication and authorisation are one filter, and it has one code.',
    also: ['KI-AUT-001'],
    replaces: {
      authenticate: authenticate({
        missing: () => new Refusal(401, 'ACC-011', 'An access token is required', { 'WWW-Authenticate': 'Bearer' }),
      }),
    },
  },
  'pairs-refused-cards-with-acc-011': {
    story: 'Cards are closed to this consumer, so somebody chose the code for missing rights.',
    also: ['KI-KON-001', 'TD-108'],
    replaces: { refuseCards: refuseEndpoint('cards', forbiddenCode) },
  },
  'pairs-refused-roles-with-acc-011': {
    story: 'Roles are closed to this consumer, so somebody chose the code for missing rights.',
    also: ['KI-KON-002', 'TD-108'],
    replaces: { refuseRoles: refuseEndpoint('roles', forbiddenCode) },
  },
  'pairs-a-missing-certificate-with-acc-001': {
    story: 'The status was changed to 500 when somebody saw that the caller is not to blame, and the code was left.',
    also: ['KI-ERR-012'],
    replaces: {
      seal: seal({ withoutRecipient: () => new Refusal(500, 'ACC-001', 'There is no certificate for the consumer') }),
    },
  },
}

export const codeFaults = Object.entries(mispaired).map(([id, { story, also, replaces }]) =>
  defineFault({ id, story, violates: [...also, 'KI-ERR-004'], replaces }),
)
