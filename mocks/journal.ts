import {
  closeSync,
  fdatasyncSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { syncFolder } from './sync-folder.ts'

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
  const lines = wholeLinesOf(path)
  for (const entry of entriesIn(lines, path)) tell(entry)
  let file = openSync(path, 'a', 0o600)
  let length = lines.length
  // What is left of an unfinished line would stand before the next one, and spoil both.
  ftruncateSync(file, length)
  syncFolder(folder)
  let count = 0
  let closed = false
  return {
    append(entry) {
      // The number of a closed file may by now be another one's.
      if (closed) throw new Error('it is closed')
      try {
        const written = write(file, entry)
        fdatasyncSync(file)
        length += written
      } catch (error) {
        // A full disk has taken part of it.
        ftruncateSync(file, length)
        throw error
      }
      count += 1
    },
    rewrite(entries) {
      const beside = `${path}.new`
      // Appended to, so that what follows a line that was taken back stands where that began.
      const handle = openSync(beside, 'a', 0o600)
      ftruncateSync(handle)
      length = entries.reduce((sum: number, entry) => sum + write(handle, entry), 0)
      fsyncSync(handle)
      renameSync(beside, path)
      syncFolder(folder)
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

/** All of it; bytes. */
function write(handle: number, entry: unknown): number {
  const line = Buffer.from(`${JSON.stringify(entry)}\n`)
  for (let at = 0; at < line.length; ) at += writeSync(handle, line, at)
  return line.length
}

function entriesIn(lines: Buffer, path: string): readonly unknown[] {
  return lines
    .toString()
    .split('\n')
    .slice(0, -1)
    .map((line, index) => {
      try {
        return JSON.parse(line)
      } catch (cause) {
        throw new Error(`${path}, line ${index + 1}, cannot be read; move the folder away to begin anew`, { cause })
      }
    })
}

function wholeLinesOf(path: string): Buffer {
  try {
    const bytes = readFileSync(path)
    return bytes.subarray(0, bytes.lastIndexOf('\n') + 1)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}
