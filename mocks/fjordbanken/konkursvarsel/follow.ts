import { setTimeout as wait } from 'node:timers/promises'
import { type IsoDate, parseDateTime, parseIsoDate } from '../../../contracts/calendar.ts'
import type { KonkursvarselProfile } from '../../../contracts/konkursvarsel/profile.ts'
import type { World } from '../../bank/world/model.ts'
import { type Access, NoAnswer, read } from './call.ts'
import { type Entry, openJournal } from './journal.ts'

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
  recorded(
    debtor: string,
  ): readonly { readonly uuid: string; readonly decision: 'by-hand' | 'noted' | 'not-understood' }[]
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

type Notice = Pick<Entry, 'uuid' | 'debtor' | 'type' | 'time'>

/** Null where it lacks what matters; the others of its list are read all the same. */
function noticeIn(item: unknown): Notice | null {
  const { uuid, debitor, type, registreringstidspunkt } = Object(item) as Record<string, unknown>
  if (typeof uuid !== 'string' || !/^[0-9a-f-]{36}$/i.test(uuid)) return null
  if (typeof debitor !== 'string' || typeof type !== 'string') return null
  const time = parseDateTime(registreringstidspunkt)
  if (!time.ok || time.value.instant === null) return null
  return { uuid, debtor: debitor, type, time: new Date(time.value.instant).toISOString() }
}

const isCustomer = ({ books }: World, debtor: string) => books.ownedBy.has(debtor)

/** Of a person the units in the detail are the same estate (FSPEC); of a company nobody is. */
function entryFrom(notice: Notice, detail: Record<string, unknown>): Entry {
  const listed = notice.debtor.length === 11 ? detail.tilknyttedeEnheter : []
  const units = (Array.isArray(listed) ? listed : []).map((unit) => Object(unit).organisasjonsnummer)
  const ruling = parseIsoDate(detail.kjennelsesdato)
  return {
    ...notice,
    ruling: ruling.ok ? (ruling.value as IsoDate) : null,
    units: units.filter((unit) => typeof unit === 'string'),
  }
}

const codes = ['aapning', 'sletting', 'oppheving', 'avslutning']

/** Whoever sits at the desk finds these. */
function decisions(entries: readonly Entry[]): ReturnType<Follower['recorded']> {
  const isOpened = entries.some(({ type }) => type === 'aapning')
  return entries
    .filter(({ type }) => type !== 'aapning' && (type !== 'sletting' || !isOpened))
    .map(({ uuid, type }) => ({
      uuid,
      decision: !codes.includes(type) ? 'not-understood' : isOpened ? 'by-hand' : 'noted',
    }))
}
