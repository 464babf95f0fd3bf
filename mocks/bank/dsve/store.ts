import { mkdirSync } from 'node:fs'
import { openJournal } from '../../journal.ts'
import type { Letter } from './letter.ts'

/** What the bank has received and what it has answered. A change outlives the process when `change` returns. */
export interface Store {
  letter(key: string): Letter | undefined
  letters(): readonly Letter[]
  change(changed: Partial<Letter> & Pick<Letter, 'key'>): Letter
  close(): void
}

/** Where a life begins: with what an earlier one left. */
export type OpenStore = () => Store

type Entry = Partial<Letter> & Pick<Letter, 'key'>

/** Outlives a restart of the bank within its process, and not the process. */
export function memoryStore(): OpenStore {
  const entries: Entry[] = []
  return () => storeOf(entries, (entry) => entries.push(entry))
}

/** In a folder that nobody else reads: it holds what was asked about whom. */
export const folderStore =
  (folder: string): OpenStore =>
  () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const entries: Entry[] = []
    const journal = openJournal(folder, (entry) => entries.push(entry as Entry))
    return storeOf(entries, journal.append, journal.close)
  }

function storeOf(entries: readonly Entry[], append: (entry: Entry) => void, close: () => void = () => {}): Store {
  const letters = new Map<string, Letter>()
  const apply = (entry: Entry) => {
    const letter = { fileTransferId: entry.key, ...letters.get(entry.key), ...entry }
    letters.set(entry.key, letter)
    return letter
  }
  for (const entry of entries) apply(entry)
  return {
    letter: (key) => letters.get(key),
    letters: () => [...letters.values()],
    change(entry) {
      append(entry)
      return apply(entry)
    },
    close,
  }
}
