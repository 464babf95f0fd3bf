import type { RequestHandler } from 'express'
import { type Context, contextOf } from '../context.ts'
import { defineFault } from '../fault.ts'
import { seal } from '../parts/seal.ts'
import { write } from '../write.ts'

/** KI-URL-008: successful lookups with another status than 200. */

const usual = seal()

/** Everything as it would be, and another status. */
const withStatus =
  (status: number, isMet: (context: Context) => boolean): RequestHandler =>
  (request, response, next) => {
    if (isMet(contextOf(response))) {
      const writeHead = response.writeHead
      response.writeHead = function asAnother(this: typeof response, _status: number, ...others: unknown[]) {
        return Reflect.apply(writeHead, this, [status, ...others])
      } as typeof writeHead
    }
    return usual(request, response, next)
  }

const withNothing =
  (isMet: (context: Context) => boolean): RequestHandler =>
  (request, response, next) =>
    isMet(contextOf(response)) ? write(response, 204, 'application/json', '') : usual(request, response, next)

const isEmpty =
  (member: 'accounts' | 'transactions') =>
  ({ found }: Context) => {
    const items = (found.body as Record<string, unknown> | undefined)?.[member]
    return Array.isArray(items) && items.length === 0
  }

const isPartial = ({ found }: Context) =>
  (found.body as { responseDetails?: { status?: unknown } } | undefined)?.responseDetails?.status === 'partial'

const isPaged = ({ found }: Context) => (found.page ?? 1) > 1

export const successStatusFaults = [
  defineFault({
    id: 'answers-204-for-an-empty-list',
    story: 'The framework has a status for nothing, and nothing is what was found.',
    violates: ['KI-URL-008', 'KI-KON-038'],
    replaces: { seal: withNothing(isEmpty('accounts')) },
  }),
  defineFault({
    id: 'answers-204-without-transactions',
    story: 'The transactions come from a service that has a status for nothing.',
    violates: ['KI-URL-008', 'KI-TRX-002', 'KI-ACC-008'],
    replaces: { seal: withNothing(isEmpty('transactions')) },
  }),
  defineFault({
    id: 'answers-206-for-a-partial-answer',
    story: 'Somebody read "partial" in the table of statuses, and found a number for it.',
    violates: ['KI-URL-008', 'KI-ACC-008'],
    replaces: { seal: withStatus(206, isPartial) },
  }),
  defineFault({
    id: 'answers-206-for-pages',
    story: 'A page is a part of the content, and somebody found the status of parts.',
    violates: ['KI-URL-008', 'KI-PAG-001', 'KI-PAG-009', 'KI-TRX-006'],
    replaces: { seal: withStatus(206, isPaged) },
  }),
  defineFault({
    id: 'answers-201-on-details',
    story: 'The lookup is written to the log before it is answered, and the log answers that something was created.',
    violates: ['KI-URL-008', 'KI-URL-005'],
    replaces: { seal: withStatus(201, ({ operation }) => operation === 'details') },
  }),
]
