import type { DatabaseSync } from 'node:sqlite'
import type { IsoDate } from '../../../contracts/calendar.ts'
import type { Entry } from '../../../contracts/kfr/batch/grammar.ts'
import type { Clock } from '../../clock.ts'
import type { Spool, SpoolReader } from './spool.ts'
import { transaction } from './transaction.ts'

/** Accepted batches become relationships, one batch after the other, at a pace by the clock (ONB D-3). */

export interface AcceptedBatch {
  readonly id: string
  readonly correlation: string
  readonly institution: string
  /** On which relationships without a day of their own begin. */
  readonly day: IsoDate
  readonly entries: number
}

export interface Ingestion {
  /** On the disk when it returns. */
  accept(batch: AcceptedBatch): void
  /** Relationships that wait. */
  pending(): number
  /** Whether the spooled file is that of a batch that is not finished. */
  isKnown(id: string): boolean
  /** Begins, or goes on at another pace. */
  go(): void
  /** Resolves when nothing waits any more. */
  idle(): Promise<void>
  close(): void
}

interface IngestionOptions {
  readonly database: DatabaseSync
  readonly spool: Spool
  readonly clock: Clock
  /** Relationships per second; null as quickly as can be. */
  readonly perSecond: () => number | null
  readonly store: (batch: AcceptedBatch, entry: Entry) => void
  /** What becomes of the file of a batch that is stored. */
  readonly discard: (id: string) => void
  readonly onIngested: (batch: AcceptedBatch) => void
}

/** Relationships in one transaction: more would keep others waiting, and fewer would write pages again and again. */
const most = 2000
/** How often there is something to do, at a pace. */
const tickMs = 100

type Row = AcceptedBatch & { readonly done: number }

export function createIngestion(options: IngestionOptions): Ingestion {
  const { database, spool, clock, perSecond, store, discard, onIngested } = options
  const insert = database.prepare(
    'insert into batch (id, correlation, institution, day, entries) values (?, ?, ?, ?, ?)',
  )
  const first = database.prepare('select * from batch order by rowid limit 1')
  const advance = database.prepare('update batch set done = ? where id = ?')
  const finish = database.prepare('delete from batch where id = ?')
  const known = database.prepare('select 1 from batch where id = ?')
  const waiting = database.prepare('select coalesce(sum(entries - done), 0) as count from batch')

  let current: { readonly row: Row; readonly reader: SpoolReader; done: number } | null = null
  /** Since when there is something to do, and how much of it has been done since then. */
  let since: { readonly at: number; readonly perSecond: number | null; done: number } | null = null
  let cancel: (() => void) | null = null
  let closed = false
  let idlers: (() => void)[] = []

  const load = () => {
    const row = first.get() as Row | undefined
    if (row !== undefined) current = { row, reader: spool.read(row.id, row.done), done: row.done }
    return current
  }

  /** Stores so many of one batch at the most; gives how many. */
  const step = (batch: NonNullable<typeof current>, count: number): number => {
    const { row, reader } = batch
    const upTo = Math.min(batch.done + count, row.entries)
    const stored = upTo - batch.done
    const isLast = upTo === row.entries
    transaction(database, () => {
      for (let turn = 0; turn < stored; turn += 1) {
        const entry = reader.next()
        if (entry === null) throw new Error('A spooled batch is shorter than it was when it was accepted')
        store(row, entry)
      }
      if (isLast) finish.run(row.id)
      else advance.run(upTo, row.id)
    })
    batch.done = upTo
    if (isLast) {
      reader.close()
      discard(row.id)
      current = null
      onIngested(row)
    }
    return stored
  }

  /** How many may be stored by now. */
  const allowance = (): number => {
    const rate = perSecond()
    const now = clock.now()
    // A clock that was set back begins anew.
    if (since === null || since.perSecond !== rate || now < since.at) since = { at: now, perSecond: rate, done: 0 }
    if (rate === null) return most
    return Math.min(most, Math.floor(((now - since.at) * rate) / 1000) - since.done)
  }

  const work = () => {
    cancel = null
    if (closed) return
    const batch = current ?? load()
    if (batch === null) {
      since = null
      for (const tell of idlers.splice(0)) tell()
      return
    }
    const allowed = allowance()
    const stored = allowed > 0 ? step(batch, allowed) : 0
    if (since !== null) since.done += stored
    schedule(stored === most || perSecond() === null || current === null)
  }

  /** At once means after whoever waits already. */
  const schedule = (atOnce: boolean) => {
    if (closed || cancel !== null) return
    if (atOnce) {
      const immediate = setImmediate(work)
      cancel = () => clearImmediate(immediate)
    } else cancel = clock.at(clock.now() + tickMs, work)
  }

  const go = () => {
    cancel?.()
    cancel = null
    schedule(true)
  }

  const sum = (row: unknown) => Number((row as { count: number }).count)
  return {
    accept({ id, correlation, institution, day, entries }) {
      insert.run(id, correlation, institution, day, entries)
      if (cancel === null) go()
    },
    pending: () => sum(waiting.get()),
    isKnown: (id) => known.get(id) !== undefined,
    go,
    idle: () =>
      new Promise((resolve) => {
        if (sum(waiting.get()) === 0) resolve()
        else idlers = [...idlers, resolve]
      }),
    close() {
      closed = true
      cancel?.()
      current?.reader.close()
      current = null
    },
  }
}
