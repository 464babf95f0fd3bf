import { setTimeout as wait } from 'node:timers/promises'
import { createWatch } from '../told.ts'
import type { Account, World } from '../world/model.ts'
import { type Connection, createHttp, type Http } from './http.ts'
import { type Client, Failure, type Memory, type Settings, type Told } from './model.ts'
import type { Credentials } from './parts/connect.ts'
import type { By } from './parts/is-usable.ts'
import type { Parts } from './parts.ts'
import { readOn } from './poll.ts'
import { nothingSaved, restoreBooks, type Saved, type Store, savedOf } from './store.ts'
import { createTimetable } from './timetable.ts'

/** The bank as the one who asks Brreg for news, again and again. */
export interface Konkursvarsel {
  /** Asks now; resolves once everything that came is acted on, or is known to have failed. Rejects where Brreg is to be left alone for long. */
  poll(): Promise<void>
  /** What is held in memory is gone, and read from the store again. */
  restart(): Promise<void>
  /** As on its first day: nothing was ever received, and what notices locked is open again. */
  install(): Promise<void>
  /** ISO 8601; null is the real time again. */
  setClock(now: string | null): void
  now(): number
  handleNewAccount(account: Account): void
  isUsable(account: Account, by: By): boolean
  /** What whoever watches over the bank was told; the latest hundred. */
  told(): readonly Told[]
  close(): Promise<void>
}

export interface ClientOptions {
  readonly world: World
  readonly settings: Settings
  readonly credentials: Credentials
  readonly store: Store
  readonly parts: Parts
  /** Milliseconds between two polls; null where only `poll` asks. */
  readonly everyMs: number | null
  /** Longest wait for one answer, in milliseconds. */
  readonly deadlineMs: number
  /** Is told whose accounts were locked: whoever reports customers to the register looks at them again. */
  readonly locked?: (...owners: readonly string[]) => void
  /** How Brreg is reached. Default: over a socket. */
  readonly reach?: (connection: Connection, deadlineMs: number) => Http
}

export async function createClient(options: ClientOptions): Promise<Konkursvarsel> {
  const { world, settings, store, parts } = options
  const everyMs = parts.pollEvery(options.everyMs)
  const { reach = createHttp } = options
  const http = reach(await parts.connect(options.credentials), options.deadlineMs)
  let offsetMs = 0
  let memory: Memory = { start: null, last: null, seen: new Map() }
  let failures = 0
  let leaveAloneUntil = 0

  const now = () => Date.now() + offsetMs
  const { tell, told } = createWatch<Told['what']>(now)
  const begin = async () => {
    const saved = await store.load()
    restoreBooks(world.books, saved)
    memory = parts.recover(saved, now())
    failures = 0
    leaveAloneUntil = 0
  }
  const handOut = (signal: AbortSignal): Client => ({
    world,
    settings,
    http,
    memory,
    now,
    tell,
    locked: options.locked ?? (() => undefined),
    sleep: (ms) => wait(ms, undefined, { signal }),
  })

  async function once(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted()
    const pause = Math.max(0, leaveAloneUntil - Date.now())
    if (pause > longestHeldMs) throw new Failure(`Brreg is left alone for another ${Math.ceil(pause / 1000)} s`)
    await wait(pause, undefined, { signal })
    const client = handOut(signal)
    const save = () => store.save(savedOf(client.memory, world.books))
    try {
      const failed = await readOn({ client, parts, save, signal })
      if (failed > 0) throw new Error(`${failed} notices could not be read`)
      failures = 0
    } catch (error) {
      signal.throwIfAborted()
      failures += 1
      const pause = parts.afterFailure(settings, error, failures)
      leaveAloneUntil = Date.now() + pause
      // What failed is not left until the next quarter of an hour.
      timetable.dueBy(now() + pause)
      tell('alarm', `${(error as Error).message}; asking again in ${pause} ms`)
    }
  }
  const timetable = createTimetable({ everyMs, now, once })

  const startAgain = async (from?: Saved) => {
    await timetable.stop()
    if (from !== undefined) await store.save(from)
    timetable.renew()
    await begin()
    timetable.begin()
  }

  await begin()
  if (everyMs !== null) void timetable.enqueue().catch(() => undefined)
  timetable.begin()
  return {
    poll: timetable.enqueue,
    restart: () => startAgain(),
    install: () => startAgain(nothingSaved),
    setClock: (to) => {
      offsetMs = to === null ? 0 : Date.parse(to) - Date.now()
      timetable.dueBy(now() + (everyMs ?? 0))
    },
    now,
    handleNewAccount: (account) => parts.handleNewAccount(handOut(timetable.signal()), account),
    isUsable: (account, by) => parts.isUsable(world, account, by),
    told,
    async close() {
      await timetable.close()
      await http.close()
    },
  }
}

/** Nobody waits longer for a poll that is held back after a failure; the next one will. */
const longestHeldMs = 10_000
