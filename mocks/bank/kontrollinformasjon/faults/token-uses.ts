import type { RequestHandler } from 'express'
import { contextOf } from '../context.ts'
import { defineFault } from '../fault.ts'
import { authenticate } from '../parts/authenticate.ts'
import { refusals } from '../refusal.ts'
import { on, where } from './where.ts'

/** KI-AUT-012 and KI-AUT-019: the lawful token is refused for its audience, or because it came before. */

const withSlash = authenticate({ isAudience: (claim, registered) => claim === `${registered}/` })
const withoutPath = authenticate({ isAudience: (claim, registered) => claim === new URL(registered).origin })

/** RFC 7519 §4.1.7 says what a `jti` could be used for: here whatever was used elsewhere is used up. */
function usedUpFor(name: 'details' | 'transactions'): RequestHandler {
  const used = new Set<unknown>()
  const believed = authenticate()
  return (request, response, next) => {
    const { operation, found } = contextOf(response)
    return believed(request, response, (problem?: unknown) => {
      const isHere = operation === name
      const isReplay = isHere && used.has(found.claims?.jti)
      if (!isHere) used.add(found.claims?.jti)
      next(problem ?? (isReplay ? refusals.untrusted('it was used before') : undefined))
    })
  }
}

export const tokenUseFaults = [
  defineFault({
    id: 'expects-a-slash-at-the-end-of-the-audience',
    story: 'The audience stands in the settings as somebody remembered it, with a slash at the end.',
    violates: ['KI-AUT-012', 'KI-URL-004'],
    replaces: { authenticate: withSlash },
  }),
  defineFault({
    id: 'expects-the-audience-without-its-path',
    story: 'The gateway knows the host that it stands for, and nothing of the path.',
    violates: ['KI-AUT-012', 'KI-URL-004'],
    replaces: { authenticate: withoutPath },
  }),
  defineFault({
    id: 'expects-a-slash-at-the-end-of-the-audience-on-details',
    story: 'The details have settings of their own, and their audience has a slash at the end.',
    violates: ['KI-AUT-012', 'KI-URL-005'],
    replaces: { authenticate: where(on('details'), withSlash, authenticate()) },
  }),
  defineFault({
    id: 'takes-no-used-token-for-details',
    story: 'The id of a token is struck off when it was used, and for the details the list was a use of it.',
    violates: ['KI-AUT-019', 'KI-URL-005'],
    replaces: { authenticate: usedUpFor('details') },
  }),
  defineFault({
    id: 'takes-no-used-token-for-transactions',
    story:
      'The system behind the transactions asks whether the id of a token was seen before, and refuses one that was.',
    violates: ['KI-AUT-019', 'KI-URL-006'],
    replaces: { authenticate: usedUpFor('transactions') },
  }),
]
