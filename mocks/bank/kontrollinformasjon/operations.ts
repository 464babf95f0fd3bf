import { type RequestHandler, Router } from 'express'
import { type OperationName, operations } from '../../../contracts/kontrollinformasjon/operations.ts'
import { contextOf } from './context.ts'
import type { HandlerName, Parts } from './parts.ts'

/** Which parts answer which operation, in the order in which a request meets them. Whom we trust comes before what they say. */
const entry = ['onlyGet', 'authenticate', 'authorise'] as const
const headers = ['correlate', 'requireMandate'] as const
const debtor = ['requireNotice', 'limitPeriod'] as const
const exit = ['stateCompleteness', 'negotiate', 'seal'] as const

const composition = {
  accounts: [
    ...entry,
    ...headers,
    'requireParty',
    'requirePrimaryOwner',
    'readPeriod',
    ...debtor,
    'listAccounts',
    ...exit,
  ],
  details: [...entry, ...headers, 'readPeriod', 'findAccount', ...debtor, 'showAccount', ...exit],
  transactions: [...entry, ...headers, 'readPeriod', 'findAccount', ...debtor, 'listTransactions', ...exit],
  // Nothing comes behind the refusal, unless a fault delivers in its place.
  cards: [...entry, 'refuseCards', ...exit],
  roles: [...entry, 'refuseRoles', ...exit],
} as const satisfies Record<OperationName, readonly HandlerName[]>

const elsewhere = [...entry, 'refusePath'] as const satisfies readonly HandlerName[]

/** The five operations and what lies beside them, relative to the base URL. */
export function createRouter(parts: Parts): Router {
  const router = Router({ caseSensitive: true, strict: true })
  const handlers = (names: readonly HandlerName[]) => names.map((name) => parts[name])
  for (const [name, names] of Object.entries(composition) as [OperationName, readonly HandlerName[]][]) {
    const path = operations[name].path.replace('{accountReference}', ':accountReference')
    router.all(path, nowIs(name), ...handlers(names))
  }
  router.use(...handlers(elsewhere))
  return router
}

const nowIs =
  (operation: OperationName): RequestHandler =>
  (_request, response, next) => {
    contextOf(response).operation = operation
    next()
  }
