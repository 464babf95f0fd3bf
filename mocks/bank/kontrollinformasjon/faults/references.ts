import type { RequestHandler } from 'express'
import type { OperationName } from '../../../../contracts/kontrollinformasjon/operations.ts'
import type { Account } from '../../world/model.ts'
import { accountInList } from '../answers/account.ts'
import { contextOf } from '../context.ts'
import { defineFault, type Fault } from '../fault.ts'
import { findAccount } from '../parts/find-account.ts'
import { listAccounts } from '../parts/list-accounts.ts'
import { showAccount } from '../parts/show-account.ts'
import { on, where } from './where.ts'

/** KI-URL-010: references with characters that do not survive the way to the bank. */

interface Writing {
  readonly write: (account: Account) => string
  /** What the gateway in front makes of a path segment; null when it leads nowhere. */
  readonly read: (segment: string) => string | null
}

const find = findAccount()
const show = showAccount()

/** As `find`, by the reference as it was handed out; links hold the bank's own, which still works. */
const findWritten =
  ({ write, read }: Writing): RequestHandler =>
  (request, response, next) => {
    const { world } = contextOf(response).services
    const segment = read(String(request.params.accountReference))
    const account = world.accounts.find((one) => write(one) === segment)
    request.params.accountReference = account?.reference ?? segment ?? ''
    return find(request, response, next)
  }

const showWritten =
  ({ write }: Writing): RequestHandler =>
  (request, response, next) =>
    show(request, response, () => {
      const { found } = contextOf(response)
      const { account } = found.body as { account: object }
      if (found.account) found.body = { account: { ...account, accountReference: write(found.account) } }
      next()
    })

/** A writing that this bank's details and transactions read as it was meant. */
const understood = (write: Writing['write']): Writing => ({ write, read: (segment) => segment })

/** Every reference is written so, and read wrong by the operations that are named. */
const writtenAs = (writing: Writing, ...misread: readonly OperationName[]): Fault['replaces'] => ({
  listAccounts: listAccounts({
    show: (account, world) => ({ ...accountInList(account, world), accountReference: writing.write(account) }),
  }),
  findAccount: where(on(...misread), findWritten(writing), findWritten(understood(writing.write))),
  showAccount: showWritten(writing),
})

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

const isSavings = ({ type }: Account) => type === 'savingsAccount'

const withSlashes = (['details', 'transactions'] as const).map((name) =>
  defineFault({
    id: `decodes-slashes-in-references-on-${name}`,
    story: `The reference is a path in the archive, and the gateway of the ${name} decodes its slashes before it chooses a route.`,
    violates: ['KI-URL-010', name === 'details' ? 'KI-URL-005' : 'KI-URL-006'],
    replaces: writtenAs(
      {
        write: ({ reference }) => `konto/${reference}`,
        read: (segment) => (segment.includes('/') ? null : decoded(segment)),
      },
      name,
    ),
  }),
)

export const referenceFaults = [
  ...withSlashes,
  defineFault({
    id: 'makes-blanks-of-plus-signs-in-references',
    story: 'The references of savings are base64, and the gateway makes a blank of every plus.',
    violates: ['KI-URL-010', 'KI-ACC-008'],
    replaces: writtenAs(
      {
        write: (account) => (isSavings(account) ? `${account.reference}+` : account.reference),
        read: (segment) => segment.replaceAll('+', ' '),
      },
      'details',
      'transactions',
    ),
  }),
]
