import type { RequestHandler } from 'express'
import { type Context, contextOf } from '../context.ts'
import { defineFault, type Fault } from '../fault.ts'
import { listTransactions } from '../parts/list-transactions.ts'
import { requireParty } from '../parts/require-party.ts'
import { showAccount } from '../parts/show-account.ts'
import { Refusal } from '../refusal.ts'
import { isPersonal, on } from './where.ts'

/** KI-URL-003: operations that lie somewhere else. */

const sentTo =
  (isSent: (context: Context) => boolean, place: (path: string) => string, usual: RequestHandler): RequestHandler =>
  (request, response, next) => {
    if (!isSent(contextOf(response))) return usual(request, response, next)
    throw new Refusal(307, 'ACC-099', 'This service has moved', { Location: place(request.path) })
  }

const anotherHost = (path: string) => `https://transaksjoner.bank.example/v2${path}`
const anotherPrefix = (path: string) => `/kontroll-intern/v2${path}`

interface Moved {
  readonly story: string
  readonly also: readonly string[]
  readonly replaces: Fault['replaces']
}

const moved: Readonly<Record<string, Moved>> = {
  'sends-transactions-to-another-host': {
    story: 'The transactions are a product of another department, which has a host of its own.',
    also: ['KI-URL-006'],
    replaces: { listTransactions: sentTo(() => true, anotherHost, listTransactions()) },
  },
  'sends-transactions-of-persons-to-another-host': {
    story: 'Persons were moved to a system of their own, and only half of its addresses were hidden.',
    also: ['KI-URL-006', 'KI-ACC-008'],
    replaces: { listTransactions: sentTo(isPersonal, anotherHost, listTransactions()) },
  },
  'sends-details-to-another-prefix': {
    story: 'The details stayed under the prefix that they had before the base URL was registered.',
    also: ['KI-URL-005'],
    replaces: { showAccount: sentTo(() => true, anotherPrefix, showAccount()) },
  },
  'sends-the-list-to-another-host': {
    story: 'The list is answered by the registry of customers, and a redirect was thought to be good enough.',
    also: ['KI-URL-004'],
    replaces: { requireParty: sentTo(on('accounts'), anotherHost, requireParty()) },
  },
}

export const elsewhereFaults = Object.entries(moved).map(([id, { story, also, replaces }]) =>
  defineFault({ id, story, violates: ['KI-URL-003', ...also], replaces }),
)
