import type { Letter } from './letter.ts'
import type { Client } from './model.ts'
import type { Parts } from './parts.ts'
import type { Store } from './store.ts'

/** From one start of the bank to the next. When it ends, whatever is under way comes to nothing. */
export interface Life {
  readonly signal: AbortSignal
  readonly client: Client
  /** The work, when nobody is at it already under that name. What goes wrong is told, and left for another time. */
  once(name: string, work: () => Promise<void>): Promise<void>
  /** So many at a time as the bank can. */
  each<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void>
  /** So many at a time as the bank can, and of those who wait the first in order. */
  inTurn(letter: Letter, work: () => Promise<void>): Promise<void>
  /** Counts as under way until it is done. Never rejects. */
  run(work: () => Promise<void>): Promise<void>
  idle(): Promise<void>
  end(): Promise<void>
}

export function newLife(given: Omit<Client, 'store'>, store: Store, inOrder: Parts['inOrder']): Life {
  const ending = new AbortController()
  const { signal } = ending
  const busy = new Map<string, Promise<void>>()
  const running = new Set<Promise<void>>()
  const tell = (error: Error) => {
    if (!signal.aborted) given.tell('alarm', error.message)
  }
  const run = (work: () => Promise<void>): Promise<void> => {
    const one: Promise<void> = work()
      .catch(tell)
      .finally(() => running.delete(one))
    running.add(one)
    return one
  }
  const client: Client = {
    ...given,
    calls: mortal(given.calls, signal),
    outgoing: mortal(given.outgoing, signal),
    store: {
      ...store,
      change(changed) {
        signal.throwIfAborted()
        return store.change(changed)
      },
    },
  }
  return {
    signal,
    client,
    once(name, work) {
      const one =
        busy.get(name) ??
        work()
          .catch(tell)
          .finally(() => busy.delete(name))
      busy.set(name, one)
      return one
    },
    async each(items, work) {
      const left = [...items]
      const worker = async () => {
        for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item)
      }
      await Promise.all(Array.from({ length: given.settings.atOnce }, worker))
    },
    inTurn: turns(given.settings.atOnce, inOrder),
    run,
    async idle() {
      while (running.size > 0) await Promise.all(running)
    },
    async end() {
      ending.abort(new Error('the bank was stopped'))
      await Promise.all(running)
      store.close()
    },
  }
}

function turns(atOnce: number, inOrder: Parts['inOrder']): Life['inTurn'] {
  const waiting = new Map<Letter, () => void>()
  let free = atOnce
  const next = () => {
    const [first] = free > 0 ? inOrder([...waiting.keys()]) : []
    const go = first && waiting.get(first)
    if (first === undefined || go === undefined) return
    waiting.delete(first)
    free -= 1
    go()
  }
  return async (letter, work) => {
    await new Promise<void>((resolve) => {
      waiting.set(letter, resolve)
      next()
    })
    try {
      await work()
    } finally {
      free += 1
      next()
    }
  }
}

type Functions = Readonly<Record<string, (...given: never[]) => Promise<unknown>>>

/** The same functions; whoever waits for one is let go when the life ends, and no other begins. */
function mortal<All extends object>(all: All, signal: AbortSignal): All {
  const wrapped = Object.entries(all as Functions).map(([name, act]) => [
    name,
    (...given: never[]) => {
      signal.throwIfAborted()
      return orEnd(act(...given), signal)
    },
  ])
  return Object.fromEntries(wrapped) as All
}

function orEnd<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const end = () => reject(signal.reason)
    signal.addEventListener('abort', end, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', end))
  })
}
