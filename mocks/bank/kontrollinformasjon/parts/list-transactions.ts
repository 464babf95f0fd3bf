import type { RequestHandler } from 'express'
import type { Link } from '../../../../contracts/kontrollinformasjon/wire.ts'
import type { Account, Transaction } from '../../world/model.ts'
import { transactionOnWire } from '../answers/transaction.ts'
import { type Context, contextOf, need } from '../context.ts'
import { refusals } from '../refusal.ts'

/** Pages of fewer than 1000 are not wanted (catalogue section 3). */
const pageSize = 1000

export interface PagePolicy {
  /** What is delivered of a page, and of all that the period holds. `page` counts from 1. */
  readonly select: (
    transactions: readonly Transaction[],
    page: number,
    all: readonly Transaction[],
  ) => readonly Transaction[]
  /** Which links go with it. */
  readonly link: (links: readonly Link[], page: number) => readonly Link[]
}

const pagePolicy: PagePolicy = { select: (transactions) => transactions, link: (links) => links }

/**
 * Transactions of the period, both days included (Q22), page by page behind opaque cursors. What lies in the archive is
 * not among them, and the answer says so.
 */
export const listTransactions = (changes: Partial<PagePolicy> = {}): RequestHandler => {
  const policy = { ...pagePolicy, ...changes }
  return ({ query }, response, next) => {
    const context = contextOf(response)
    const account = need(context, 'account')
    const all = inPeriod(account, context)
    if (reachesArchive(account, context))
      context.found.withheld = `Transaksjoner før ${account.manualBefore} må bestilles manuelt`
    const start = startOf(query.cursor, all, context)
    const page = Math.floor(start / pageSize) + 1
    const shown = all.slice(start, start + pageSize)
    const links = policy.link(
      linksOf(query.cursor, start + pageSize < all.length ? shown.at(-1) : undefined, context),
      page,
    )
    context.found.page = page
    context.found.body = {
      transactions: policy
        .select(shown, page, all)
        .map((one) => transactionOnWire(one, account, context.services.world)),
      ...(links.length > 0 && { links }),
    }
    next()
  }
}

function inPeriod({ transactions, manualBefore }: Account, context: Context): readonly Transaction[] {
  const { from, to } = need(context, 'period')
  const first = manualBefore !== null && manualBefore > from ? manualBefore : from
  return transactions.filter(({ day }) => first <= day && day <= to)
}

const reachesArchive = ({ manualBefore }: Account, context: Context) =>
  manualBefore !== null && need(context, 'period').from < manualBefore

function startOf(cursor: unknown, all: readonly Transaction[], context: Context): number {
  if (cursor === undefined) return 0
  const { reference } = need(context, 'account')
  const after =
    typeof cursor === 'string'
      ? context.services.cursors.read(cursor, { reference, period: need(context, 'period') })
      : null
  const index = after === null ? -1 : all.findIndex(({ identifier }) => identifier === after)
  if (index === -1) throw refusals.badRequest('The cursor is not one of this account and period')
  return index + 1
}

/** Relative to the base URL (Q9). A result that fits into one page has none. */
function linksOf(cursor: unknown, last: Transaction | undefined, context: Context): readonly Link[] {
  const { reference } = need(context, 'account')
  const period = need(context, 'period')
  const link = (rel: string, at: string | undefined): Link => {
    const query = new URLSearchParams({
      fromDate: period.from,
      toDate: period.to,
      ...(at !== undefined && { cursor: at }),
    })
    return { rel, href: `/accounts/${encodeURIComponent(reference)}/transactions?${query}` }
  }
  const own = typeof cursor === 'string' ? cursor : undefined
  const next = last && context.services.cursors.write({ reference, period, after: last.identifier })
  return [
    ...(own !== undefined || next !== undefined ? [link('self', own)] : []),
    ...(next !== undefined ? [link('next', next)] : []),
  ]
}
