import type { Request, RequestHandler } from 'express'
import type { OperationName } from '../../../../contracts/kontrollinformasjon/operations.ts'
import { contextOf } from '../context.ts'
import { defineFault } from '../fault.ts'
import { authenticate } from '../parts/authenticate.ts'
import { negotiate } from '../parts/negotiate.ts'
import { refusals } from '../refusal.ts'
import { refusing } from './demanding.ts'
import { served } from './served.ts'

/** KI-URL-009: banks that remember who called. */

const cookie = 'okt=f3a9'
const usual = authenticate()
const noSession = () => refusals.untrusted('there is no session')

/** The list begins a session, and the operation wants to see it. */
const wantsCookie = (operation: OperationName): RequestHandler => {
  const checked = refusing(
    (request, context) => context.operation === operation && !request.get('Cookie')?.includes(cookie),
    noSession,
    usual,
  )
  return (request, response, next) => {
    if (contextOf(response).operation === 'accounts')
      response.setHeader('Set-Cookie', [
        `sprak=nb; Expires=Fri, 31 Dec 2027 00:00:00 GMT`,
        `${cookie}; Path=/; HttpOnly`,
      ])
    return checked(request, response, next)
  }
}

/** A caller that will not stay gets no session, and so nothing. */
const leaves = (request: Request) => request.get('Connection')?.toLowerCase() === 'close'

const afterTheList = (['details', 'transactions'] as const).map((name) =>
  defineFault({
    id: `wants-the-cookie-of-the-list-on-${name}`,
    story: `Whom a case is about is kept in a session, which the ${name} look for.`,
    violates: ['KI-URL-009', name === 'details' ? 'KI-URL-005' : 'KI-URL-006'],
    replaces: { authenticate: wantsCookie(served[name]) },
  }),
)

/** Noticed last of all: what is refused anyway is refused as on every connection. */
const onKeptConnections = Object.entries(served).map(([name, operation]) =>
  defineFault({
    id: `serves-${name}-on-kept-connections-only`,
    story: `Who called is remembered with the connection, and one that ends after a single call has no memory of the ${name}.`,
    violates: ['KI-URL-009'],
    replaces: {
      negotiate: refusing(
        (request, context) => context.operation === operation && leaves(request),
        noSession,
        negotiate(),
      ),
    },
  }),
)

export const sessionFaults = [...afterTheList, ...onKeptConnections]
