import { setTimeout as wait } from 'node:timers/promises'
import type { Account, World } from '../world/model.ts'
import { openingsAfter, type Received } from '../world/received.ts'
import { type Connection, createHttp, type Http } from './http.ts'
import { type Client, Failure, type Item, type Memory, type Settings, type Told } from './model.ts'
import type { Credentials } from './parts/connect.ts'
import type { By } from './parts/is-usable.ts'
import type { Parts } from './parts.ts'
import { nothingSaved, restoreBooks, type Saved, type Store, savedOf } from './store.ts'

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
  const told: Told[] = []
  let offsetMs = 0
  let memory: Memory = { start: null, last: null, seen: new Map() }
  let failures = 0
  let leaveAloneUntil = 0
  let life = new AbortController()
  let running: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const now = () => Date.now() + offsetMs
  const tell: Client['tell'] = (what, detail) => {
    told.push({ at: new Date(now()).toISOString(), what, detail })
    if (told.length > 100) told.shift()
  }
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

  async function once({ signal }: AbortController): Promise<void> {
    signal.throwIfAborted()
    const pause = Math.max(0, leaveAloneUntil - Date.now())
    if (pause > longestHeldMs) throw new Failure(`Brreg is left alone for another ${Math.ceil(pause / 1000)} s`)
    await wait(pause, undefined, { signal })
    const client = handOut(signal)
    try {
      const failed = await readOn(client, signal)
      if (failed > 0) throw new Error(`${failed} notices could not be read`)
      failures = 0
    } catch (error) {
      signal.throwIfAborted()
      failures += 1
      const pause = parts.afterFailure(settings, error, failures)
      leaveAloneUntil = Date.now() + pause
      // What failed is not left until the next quarter of an hour.
      due = Math.min(due, now() + pause)
      schedule()
      tell('alarm', `${(error as Error).message}; asking again in ${pause} ms`)
    }
  }

  /** How many notices are left for the next time. */
  async function readOn(client: Client, signal: AbortSignal): Promise<number> {
    const since = parts.chooseWatermark(client, () => parts.startAt(client))
    const bytes = await parts.fetchList(client, settings.baseUrl + parts.listPath(since), signal)
    const { items, poison } = parts.decode(client, bytes)
    for (const what of poison) tell('set-aside', `${what} could not be read`)
    const unknown = parts.filterKnown(client, parts.inOrder(items))
    const failed: Item[] = []
    for (const item of unknown) {
      if (!parts.match(client, item)) continue
      try {
        await actOn(client, item, signal)
      } catch (error) {
        signal.throwIfAborted()
        tell('alarm', `the notice ${item.uuid} waits: ${(error as Error).message}`)
        failed.push(item)
      }
    }
    parts.moveWatermark(client, { done: items.filter((item) => !failed.includes(item)), failed })
    await store.save(savedOf(client.memory, world.books))
    return failed.length
  }

  async function actOn(client: Client, item: Item, signal: AbortSignal): Promise<void> {
    const detail = await parts.fetchDetail(client, item, parts.detailUrl(client, item), signal)
    const notice = parts.decide(client, item, detail, parts.readUnits(client, item, detail))
    const known = world.books.received.get(notice.debtor) ?? []
    const { begun, ended } = changesBy(known, notice)
    for (const opening of begun) parts.reportToKfr(client, parts.lock(client, opening))
    for (const opening of ended) parts.reopen(client, opening)
    parts.record(client, notice)
    // Before anything else is waited for: what was done is known after a restart.
    await store.save(savedOf(client.memory, world.books))
  }

  /** One after the other, whoever asks. */
  const enqueue = (): Promise<void> => {
    const own = life
    const next = running.then(() => once(own))
    running = next.catch(() => undefined)
    return next
  }
  /** By the bank's own clock: one that is moved past it makes it due. */
  let due = now() + (everyMs ?? 0)
  let isQueued = false
  const onTime = () => {
    due = now() + (everyMs ?? 0)
    if (isQueued) return
    isQueued = true
    void running
      .then(() => {
        isQueued = false
        return enqueue()
      })
      .catch(() => undefined)
      .then(schedule)
  }
  const schedule = () => {
    clearTimeout(timer)
    if (everyMs === null || closed) return
    timer = setTimeout(onTime, Math.min(Math.max(0, due - now()), longestTimerMs))
    timer.unref()
  }
  const stop = async () => {
    clearTimeout(timer)
    life.abort(new Error('what polls was stopped'))
    await running
  }

  const startAgain = async (from?: Saved) => {
    await stop()
    if (from !== undefined) await store.save(from)
    life = new AbortController()
    await begin()
    schedule()
  }

  await begin()
  if (everyMs !== null) void enqueue().catch(() => undefined)
  schedule()
  return {
    poll: enqueue,
    restart: () => startAgain(),
    install: () => startAgain(nothingSaved),
    setClock: (to) => {
      offsetMs = to === null ? 0 : Date.parse(to) - Date.now()
      due = Math.min(due, now() + (everyMs ?? 0))
      schedule()
    },
    now,
    handleNewAccount: (account) => parts.handleNewAccount(handOut(life.signal), account),
    isUsable: (account, by) => parts.isUsable(world, account, by),
    told: () => [...told],
    async close() {
      closed = true
      await stop()
      await http.close()
    },
  }
}

/** What a timer can hold; one that ends early is begun again by the poll that it makes. */
const longestTimerMs = 2 ** 31 - 1

/** Nobody waits longer for a poll that is held back after a failure; the next one will. */
const longestHeldMs = 10_000

/** Which openings lock that did not before, and the other way round: the order of registration decides, not that of arrival. */
function changesBy(known: readonly Received[], notice: Received) {
  const before = locking(known)
  const after = locking([...known, notice])
  return {
    begun: after.filter((opening) => !before.includes(opening)),
    ended: before.filter((opening) => !after.includes(opening)),
  }
}

const locking = (notices: readonly Received[]): readonly Received[] =>
  openingsAfter(notices)
    .filter(({ released }) => !released)
    .map(({ notice }) => notice)
