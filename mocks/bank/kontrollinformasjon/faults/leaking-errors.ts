import type { Request } from 'express'
import type { Context } from '../context.ts'
import { defineFault } from '../fault.ts'
import { answerErrors, codeAndMessage } from '../parts/answer-errors.ts'
import type { Refusal } from '../refusal.ts'
import { accountsAtHand, delivered } from './delivered.ts'
import { isForWantOfNotice } from './errors.ts'

/** KI-ERR-001 and KI-ENC-012: errors with the right status, code and message, and with data as well. */

interface Leak {
  readonly story: string
  readonly breaks: string
  readonly from: (refusal: Refusal, context: Context, request: Request) => boolean
  readonly data: (context: Context, request: Request) => object
}

const leaks: Readonly<Record<string, Leak>> = {
  'hands-accounts-to-callers-without-token': {
    story: 'The gateway turns the anonymous caller away after the data are fetched, and merges its error into them.',
    breaks: 'KI-ERR-001',
    from: ({ status }, _context, request) => status === 401 && request.get('Authorization') === undefined,
    data: accountsAtHand,
  },
  'hands-accounts-to-callers-without-mandate': {
    story: 'The mandate is looked at last, and the error is written over an answer that is already filled.',
    breaks: 'KI-ERR-001',
    from: ({ status }, _context, request) => status === 400 && request.get('Legal-Mandate') === undefined,
    data: accountsAtHand,
  },
  'tells-what-a-refused-party-holds': {
    story: 'The refusal says for support what it refused, under a name of its own.',
    breaks: 'KI-ERR-001',
    from: isForWantOfNotice,
    data: (context) => ({ customer: { held: accountsAtHand(context).accounts } }),
  },
  'hands-out-accounts-for-want-of-notice': {
    story: 'Refusal and data share one object, and nobody empties it when there is no konkursvarsel.',
    breaks: 'KI-ERR-001',
    from: isForWantOfNotice,
    data: accountsAtHand,
  },
  'hands-out-accounts-with-405': {
    story: 'The handler runs for every method, and a filter behind it puts the error beside the answer.',
    breaks: 'KI-ERR-001',
    from: ({ status }) => status === 405,
    data: accountsAtHand,
  },
  'hands-out-cards-with-their-refusal': {
    story: 'The refusal of cards was added to an endpoint that goes on delivering them.',
    breaks: 'KI-ERR-001',
    from: ({ status }, { operation }) => status === 400 && operation === 'cards',
    data: ({ services }, { path }) =>
      delivered.cards(services.world.accounts.find(({ reference }) => path.includes(`/${reference}/`))),
  },
  'hands-out-what-it-cannot-seal': {
    story: 'The error is a copy of the answer that could not be sealed, with a code and a message put in front.',
    breaks: 'KI-ENC-012',
    from: ({ status }, { found }) => status === 500 && found.body !== undefined,
    data: ({ found }) => found.body ?? {},
  },
}

export const leakingErrorFaults = Object.entries(leaks).map(([id, { story, breaks, from, data }]) =>
  defineFault({
    id,
    story,
    violates: [breaks],
    replaces: {
      answerErrors: answerErrors((refusal, context, request) => ({
        ...(codeAndMessage(refusal, context, request) as object),
        ...(from(refusal, context, request) && data(context, request)),
      })),
    },
  }),
)
