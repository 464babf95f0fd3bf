import type { ErrorRequestHandler, RequestHandler } from 'express'
import { answerErrors } from './parts/answer-errors.ts'
import { authenticate } from './parts/authenticate.ts'
import { authorise } from './parts/authorise.ts'
import { correlate } from './parts/correlate.ts'
import { findAccount } from './parts/find-account.ts'
import { limitPeriod } from './parts/limit-period.ts'
import { listAccounts } from './parts/list-accounts.ts'
import { listTransactions } from './parts/list-transactions.ts'
import { negotiate } from './parts/negotiate.ts'
import { onlyGet } from './parts/only-get.ts'
import { readPeriod } from './parts/read-period.ts'
import { refuseEndpoint, refusePath } from './parts/refuse-endpoint.ts'
import { requireMandate } from './parts/require-mandate.ts'
import { requireNotice } from './parts/require-notice.ts'
import { requireParty } from './parts/require-party.ts'
import { requirePrimaryOwner } from './parts/require-primary-owner.ts'
import { seal } from './parts/seal.ts'
import { showAccount } from './parts/show-account.ts'
import { stateCompleteness } from './parts/state-completeness.ts'

/** The conformant bank. A fault replaces one of these. */
const handlers = {
  onlyGet: onlyGet(),
  authenticate: authenticate(),
  authorise: authorise(),
  correlate: correlate(),
  requireMandate: requireMandate(),
  requireParty: requireParty(),
  requirePrimaryOwner: requirePrimaryOwner(),
  readPeriod: readPeriod(),
  findAccount: findAccount(),
  requireNotice: requireNotice(),
  limitPeriod: limitPeriod(),
  listAccounts: listAccounts(),
  showAccount: showAccount(),
  listTransactions: listTransactions(),
  refuseCards: refuseEndpoint('cards'),
  refuseRoles: refuseEndpoint('roles'),
  refusePath: refusePath(),
  stateCompleteness: stateCompleteness(),
  negotiate: negotiate(),
  seal: seal(),
} satisfies Record<string, RequestHandler>

/** A part that a request meets on its way. */
export type HandlerName = keyof typeof handlers

export type Parts = Readonly<Record<HandlerName, RequestHandler>> & {
  /** Meets whatever another part has thrown. */
  readonly answerErrors: ErrorRequestHandler
}

export const parts: Parts = { ...handlers, answerErrors: answerErrors() }
