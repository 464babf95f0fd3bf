import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Books } from '../world/model.ts'
import type { Received } from '../world/received.ts'
import { standingOf } from '../world/received.ts'
import type { Memory } from './model.ts'

/** What survives a restart: where reading stopped, what was received, and what is locked because of it. */
export interface Store {
  load(): Promise<Saved | null>
  save(saved: Saved): Promise<void>
}

export interface Saved {
  readonly schema: 'samsvar.bank.konkursvarsel/1'
  readonly start: string | null
  readonly last: string | null
  readonly seen: readonly (readonly [string, string])[]
  readonly received: readonly Received[]
  readonly locks: readonly (readonly [string, readonly string[]])[]
}

export const nothingSaved: Saved = {
  schema: 'samsvar.bank.konkursvarsel/1',
  start: null,
  last: null,
  seen: [],
  received: [],
  locks: [],
}

/** Outlives a restart of what polls, and not the process. */
export function memoryStore(): Store {
  let text: string | null = null
  return {
    load: async () => (text === null ? null : JSON.parse(text)),
    save: async (saved) => {
      text = JSON.stringify(saved)
    },
  }
}

/** One file in a folder that nobody else reads: it holds debtors. */
export function fileStore(folder: string): Store {
  const path = join(folder, 'konkursvarsel.json')
  return {
    async load() {
      const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null
        throw new Error(`The state of the bank in ${path} cannot be read: ${error.message}`)
      })
      return text === null ? null : savedIn(path, text)
    },
    async save(saved) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeFile(`${path}.new`, JSON.stringify(saved), { mode: 0o600 })
      await rename(`${path}.new`, path)
    },
  }
}

function savedIn(path: string, text: string): Saved {
  try {
    const saved = JSON.parse(text) as Saved
    if (saved.schema === 'samsvar.bank.konkursvarsel/1') return saved
  } catch {
    // Told below, like any other file that is not ours.
  }
  throw new Error(`${path} holds no state of the bank that can be read: remove it, and the bank begins anew`)
}

export const savedOf = ({ start, last, seen }: Memory, { received, locks }: Books): Saved => ({
  schema: 'samsvar.bank.konkursvarsel/1',
  start,
  last,
  seen: [...seen],
  received: [...received.values()].flat(),
  locks: [...locks].map(([number, causes]) => [number, [...causes]]),
})

export const memoryFrom = (saved: Saved | null): Memory => ({
  start: saved?.start ?? null,
  last: saved?.last ?? null,
  seen: new Map(saved?.seen),
})

/** What the bank holds of notices is what was stored, and nothing else. */
export function restoreBooks(books: Books, saved: Saved | null): void {
  books.received.clear()
  books.standing.clear()
  books.locks.clear()
  for (const [debtor, notices] of Map.groupBy(saved?.received ?? [], ({ debtor }) => debtor)) {
    books.received.set(debtor, notices)
    const standing = standingOf(notices)
    if (standing !== null) books.standing.set(debtor, standing)
  }
  for (const [number, causes] of saved?.locks ?? []) books.locks.set(number, new Set(causes))
}
