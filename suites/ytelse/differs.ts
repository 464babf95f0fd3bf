import { accountsOf, transactionsOf } from '../../contracts/kontrollinformasjon/wire.ts'
import type { Content } from '../../contracts/report/evidence.ts'
import { jsonOf } from '../kit/judge/read.ts'
import { unreadable } from '../kit/load/scenario.ts'

/**
 * What an answer under load says otherwise than the same one in calm; in words of ours, since a record of load holds
 * nothing of a participant's. References may change from call to call, so accounts are known by their numbers.
 */
export type Differs = (content: Content) => string | null

type Fields = Readonly<Record<string, unknown>>

export const identityOf = ({ accountIdentifier, accountReference }: Fields): string =>
  String(accountIdentifier ?? '').replace(/\D/g, '') || String(accountReference ?? '')

const accounts = (body: unknown) => accountsOf(body).map(identityOf)

/** Reserved ones come and go; booked ones stay. */
const booked = (body: unknown) =>
  transactionsOf(body)
    .filter(({ status }) => status !== 'pending')
    .map((one) => String(one.transactionIdentifier ?? JSON.stringify(one)))

const account = (body: unknown): readonly string[] => {
  const { account: shown } = (body ?? {}) as { account?: Fields | null }
  return shown === null || typeof shown !== 'object' ? [] : [identityOf(shown)]
}

const likeBefore =
  (what: string, inBody: (body: unknown) => readonly string[], mayGrow: boolean) =>
  (calm: unknown): Differs => {
    const before = new Set(inBody(calm))
    return (content) => {
      const body = jsonOf(content)
      if (body === undefined) return unreadable
      const now = new Set(inBody(body))
      const missing = [...before].filter((one) => !now.has(one)).length
      const foreign = [...now].filter((one) => !before.has(one)).length
      if (missing > 0)
        return `${missing} of ${before.size} ${what} missing${foreign > 0 ? ', and others in their place' : ''}`
      return foreign > 0 && !mayGrow ? `${foreign} ${what} too many` : null
    }
  }

export const sameAccounts = likeBefore('accounts', accounts, false)
export const sameAccount = likeBefore('accounts', account, false)
/** New ones may be booked at any time. */
export const sameTransactions = likeBefore('booked transactions', booked, true)
