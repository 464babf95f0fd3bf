import { type Journal, openJournal } from '../journal.ts'
import type { Delivery, Subscription } from './subscriptions.ts'
import { statusOf, type Transfer } from './transfer.ts'

/** What the broker has to remember. A change is made whole or not at all, and outlives the process where a folder is given. */

export interface LedgerChange {
  readonly transfer?: Transfer
  readonly subscription?: Subscription
  readonly unsubscribed?: number
  /** New ones, or the same at another time. */
  readonly deliveries?: readonly Delivery[]
  /** Ids of deliveries that have come to an end. */
  readonly done?: readonly string[]
}

export interface Ledger {
  readonly transfers: ReadonlyMap<string, Transfer>
  readonly subscriptions: ReadonlyMap<number, Subscription>
  readonly deliveries: ReadonlyMap<string, Delivery>
  commit(change: LedgerChange): void
  close(): void
}

export interface LedgerOptions {
  /** Null keeps everything in memory only. */
  readonly folder: string | null
  /** The oldest transfers that have come to an end are forgotten beyond them. */
  readonly mostTransfers: number
}

/** Lines after which the journal is written anew, when most of them speak of what has changed since. */
const mostLines = 5000

export function openLedger({ folder, mostTransfers }: LedgerOptions): Ledger {
  const transfers = new Map<string, Transfer>()
  const subscriptions = new Map<number, Subscription>()
  const deliveries = new Map<string, Delivery>()

  const apply = ({ transfer, subscription, unsubscribed, deliveries: sent = [], done = [] }: LedgerChange) => {
    if (transfer !== undefined) transfers.set(transfer.id, transfer)
    if (subscription !== undefined) subscriptions.set(subscription.id, subscription)
    if (unsubscribed !== undefined) subscriptions.delete(unsubscribed)
    for (const delivery of sent) deliveries.set(delivery.id, delivery)
    for (const id of done) deliveries.delete(id)
    if (transfers.size > mostTransfers) forgetOldest(transfers)
  }
  const whole = (): readonly LedgerChange[] => [
    ...[...transfers.values()].map((transfer) => ({ transfer })),
    ...[...subscriptions.values()].map((subscription) => ({ subscription })),
    ...(deliveries.size > 0 ? [{ deliveries: [...deliveries.values()] }] : []),
  ]
  const journal: Journal | null = folder === null ? null : openJournal(folder, (entry) => apply(entry as LedgerChange))
  journal?.rewrite(whole())
  return {
    transfers,
    subscriptions,
    deliveries,
    commit(change) {
      journal?.append(change)
      apply(change)
      if (journal !== null && journal.appended() > mostLines + transfers.size) journal.rewrite(whole())
    },
    close: () => journal?.close(),
  }
}

function forgetOldest(transfers: Map<string, Transfer>): void {
  const ended = [...transfers.values()].find((transfer) => ['Purged', 'Failed'].includes(statusOf(transfer)))
  if (ended !== undefined) transfers.delete(ended.id)
}
