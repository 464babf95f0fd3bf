import { setTimeout as wait } from 'node:timers/promises'
import type { KonkursvarselProfile } from '../../../contracts/konkursvarsel/profile.ts'
import type { World } from '../../bank/world/model.ts'
import { type Access, NoAnswer, read } from './call.ts'
import { type Decision, decisions } from './desk.ts'
import { openJournal } from './journal.ts'
import { entryFrom, noticeIn } from './notice.ts'

/**
 * Fjordbanken follows Brreg otherwise than the reference bank: everything at first, and then from two days before its own
 * clock had its last success; details by the documented path; and people decide what is left to the bank.
 */
export const declared: KonkursvarselProfile = {
  pollSeconds: 600,
  processingSeconds: 10,
  overlapHours: 48,
  policies: {
    oppheving: 'by-hand',
    avslutning: { M: 'by-hand', U: 'by-hand', T: 'by-hand', A: 'by-hand' },
    newAccount: 'released',
  },
}

const overlap = 48 * 3_600_000
const interval = 600_000

export interface Follower {
  poll(): Promise<void>
  restart(): Promise<void>
  install(): Promise<void>
  setClock(now: string | null): void
  recorded(debtor: string): readonly Decision[]
  close(): Promise<void>
}

interface Place {
  readonly world: World
  /** Where `/konkursvarsler` lies. */
  readonly brreg: string
  readonly access: Access
}

interface Kept {
  readonly success: number | null
  readonly journal: string | null
}

export function follow({ world, brreg, access }: Place): Follower {
  const journal = openJournal(world)
  const base = brreg.replace(/\/+$/, '')
  let kept: Kept = { success: null, journal: null }
  let success: number | null = null
  let ahead = 0
  let quietUntil = 0
  let attempt = 0
  let timer: NodeJS.Timeout | undefined
  let queue: Promise<unknown> = Promise.resolve()
  let isClosed = false
  const now = () => Date.now() + ahead
  let due = now() + interval

  const plan = () => {
    clearTimeout(timer)
    if (isClosed) return
    timer = setTimeout(() => void poll().catch(() => undefined), Math.max(0, due - now()))
    timer.unref()
  }
  const listUrl = () => {
    if (success === null) return `${base}/konkursvarsler`
    const since = new Date(Math.min(success, now()) - overlap).toISOString()
    return `${base}/konkursvarsler/oppdatert/${encodeURIComponent(since)}`
  }

  async function once(): Promise<void> {
    await wait(Math.max(0, quietUntil - Date.now()))
    due = now() + interval
    const begun = now()
    try {
      const { _embedded: embedded } = await read(listUrl(), access)
      const undone = await workThrough(Object(embedded).konkursvarsler ?? [])
      attempt = 0
      if (undone === 0) success = begun
    } catch (error) {
      attempt += 1
      const pause = error instanceof NoAnswer ? error.pause : 0
      quietUntil = Date.now() + Math.max(pause, Math.min(2 ** attempt * 10, 200))
    }
    kept = { success, journal: journal.write() }
    plan()
  }

  /** How many wait for the next time. */
  async function workThrough(listed: readonly unknown[]): Promise<number> {
    let undone = 0
    for (const item of listed) {
      const notice = noticeIn(item)
      if (notice === null || journal.has(notice.uuid) || !isCustomer(world, notice.debtor)) continue
      try {
        journal.add(entryFrom(notice, await read(`${base}/konkursvarsler/${notice.uuid}`, access)))
      } catch {
        undone += 1
      }
    }
    return undone
  }

  const poll = () => {
    const next = queue.then(once)
    queue = next.catch(() => undefined)
    return next
  }
  const begin = async (from: Kept) => {
    await queue
    kept = from
    journal.restore(kept.journal)
    success = kept.success
    quietUntil = 0
    plan()
  }
  journal.restore(null)
  plan()
  return {
    poll,
    restart: () => begin(kept),
    install: () => begin({ success: null, journal: null }),
    setClock(to) {
      ahead = to === null ? 0 : Date.parse(to) - Date.now()
      due = Math.min(due, now() + interval)
      plan()
    },
    recorded: (debtor) => decisions(journal.of(debtor)),
    async close() {
      isClosed = true
      clearTimeout(timer)
      await queue
    },
  }
}

const isCustomer = ({ books }: World, debtor: string) => books.ownedBy.has(debtor)
