import type { Context } from '../context.ts'
import { defineFault } from '../fault.ts'
import { answerErrors, codeAndMessage } from '../parts/answer-errors.ts'
import type { Refusal } from '../refusal.ts'
import { on } from './where.ts'

/** KI-ERR-001: errors that are pages. */

interface Page {
  readonly story: string
  readonly from: (refusal: Refusal, context: Context) => boolean
}

const pages: Readonly<Record<string, Page>> = {
  'answers-unknown-accounts-with-a-page': {
    story: 'The web server has a page of its own for every 404.',
    from: ({ status }, context) => status === 404 && on('details', 'transactions')(context),
  },
  'answers-unknown-accounts-with-a-page-on-transactions': {
    story: 'The transactions come from another server, which has a page of its own for a 404.',
    from: ({ status }, context) => status === 404 && on('transactions')(context),
  },
  'answers-unwanted-media-types-with-a-page': {
    story: 'The framework refuses what it cannot write before any of our code is asked, and its errors are pages.',
    from: ({ status }) => status === 406,
  },
}

const pageOf = ({ status, message }: Refusal) =>
  `<!DOCTYPE html><html lang="en"><title>${status}</title><h1>${status}</h1><p>${message}</p></html>`

export const htmlErrorFaults = Object.entries(pages).map(([id, { story, from }]) =>
  defineFault({
    id,
    story,
    violates: ['KI-ERR-001', 'KI-ERR-002'],
    replaces: {
      answerErrors: answerErrors((refusal, context, request) =>
        from(refusal, context) ? pageOf(refusal) : codeAndMessage(refusal, context, request),
      ),
    },
  }),
)
