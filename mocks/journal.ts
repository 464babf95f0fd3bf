import { closeSync, fdatasyncSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Lines of JSON in one file of a folder, 0600. A line is on the disk when `append` returns; what a killed process left
 * unfinished is the last line, and counts as not written.
 */
export interface Journal {
  append(entry: unknown): void
  /** Writes the file anew, whole or not at all. */
  rewrite(entries: readonly unknown[]): void
  /** How many lines were appended since the file was last written anew. */
  appended(): number
  close(): void
}

const fileName = 'ledger.ndjson'

/** Opens or makes it, and tells every entry, oldest first. Throws an Error that names the line that cannot be read. */
export function openJournal(folder: string, tell: (entry: unknown) => void): Journal {
  const path = join(folder, fileName)
  for (const entry of entriesIn(path)) tell(entry)
  let file = openSync(path, 'a', 0o600)
  let count = 0
  let closed = false
  const write = (handle: number, entry: unknown) => writeSync(handle, `${JSON.stringify(entry)}\n`)
  return {
    append(entry) {
      // The number of a closed file may by now be another one's.
      if (closed) throw new Error('it is closed')
      write(file, entry)
      fdatasyncSync(file)
      count += 1
    },
    rewrite(entries) {
      const beside = `${path}.new`
      const handle = openSync(beside, 'w', 0o600)
      for (const entry of entries) write(handle, entry)
      fsyncSync(handle)
      renameSync(beside, path)
      closeSync(file)
      file = handle
      count = 0
    },
    appended: () => count,
    close() {
      if (!closed) closeSync(file)
      closed = true
    },
  }
}

function entriesIn(path: string): readonly unknown[] {
  const lines = textOf(path).split('\n')
  return lines.slice(0, -1).map((line, index) => {
    try {
      return JSON.parse(line)
    } catch (cause) {
      throw new Error(`${path}, line ${index + 1}, cannot be read; move the folder away to begin anew`, { cause })
    }
  })
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}
