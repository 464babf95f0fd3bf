import { createReadStream } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import type { Watch } from '../ask/put.ts'
import { waitFor } from '../ask/waiting.ts'
import type { Needle } from './needles.ts'
import { createSearch } from './search.ts'

/** Files of the participant's house, looked through for what this run has left in them. Nothing of them is recorded but counts. */

export interface Inspection {
  /** What the files are: `database`. */
  readonly what: string
  /** Files, or folders with files. */
  readonly paths: readonly string[]
  /** What was asked last of what they have to show: a file from before it shows nothing. */
  readonly since: Date
  /** For how long files that are missing or too old are waited for. */
  readonly waitMs: number
  readonly needles: readonly Needle[]
}

/** `stale`: nothing in it was written since. `absent`: there is no such file, or it cannot be read. */
type FileState = 'read' | 'stale' | 'absent'

export interface Inspected {
  readonly state: FileState
  /** How many there are. */
  readonly files: number
  readonly bytes: number
  /** How often each form was found; empty where nothing was. */
  readonly found: Readonly<Record<string, number>>
}

/** Times of files may be a second coarse, and clocks of two machines differ. */
const toleranceMs = 2000

const lookAgainMs = 1000

export async function inspectFiles(
  { what, paths, since, waitMs, needles }: Inspection,
  watch: Watch,
): Promise<{ readonly told: object; readonly outcome: Inspected }> {
  const { seen: looked } = await waitFor({
    look: () => lookAt(paths, since),
    enough: ({ state }) => state === 'read',
    withinMs: waitMs,
    glances: { first: lookAgainMs, most: lookAgainMs },
    waiting: (until) => {
      if (waitMs > 0) watch.waiting(`${what}: files from after ${since.toISOString()}`, until)
    },
    interrupt: watch.interrupt,
  })
  const { state, files } = looked
  const told = { evidence: what, forms: [...new Set(needles.map(({ form }) => form))] }
  if (state !== 'read') return { told, outcome: { state, files: files.length, bytes: 0, found: {} } }
  const totals = new Map<string, number>()
  let bytes = 0
  for (const file of files) {
    const search = createSearch(needles)
    bytes += (await whileThere(() => readThrough(file, search.push))) ?? 0
    for (const [form, count] of Object.entries(search.found())) totals.set(form, (totals.get(form) ?? 0) + count)
  }
  return { told, outcome: { state, files: files.length, bytes, found: Object.fromEntries(totals) } }
}

interface Looked {
  readonly state: FileState
  readonly files: readonly string[]
}

/** All of them are read where one of them is new: a database has a journal beside it. */
async function lookAt(paths: readonly string[], since: Date): Promise<Looked> {
  try {
    const files = (await Promise.all(paths.map(filesAt))).flat().sort()
    const times = (await Promise.all(files.map(changedAt))).filter((time) => time !== null)
    if (times.length === 0) return { state: 'absent', files }
    return { state: Math.max(...times) + toleranceMs >= since.getTime() ? 'read' : 'stale', files }
  } catch {
    return { state: 'absent', files: [] }
  }
}

/** A house is lived in: what waits in a spool may be gone a moment later. Null for such a file. */
export async function whileThere<T>(look: () => Promise<T>): Promise<T | null> {
  try {
    return await look()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

const changedAt = (file: string) => whileThere(async () => (await stat(file)).mtimeMs)

async function filesAt(path: string): Promise<readonly string[]> {
  if (!(await stat(path)).isDirectory()) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** Logs that were put away are often packed. */
async function readThrough(file: string, push: (chunk: Buffer) => void): Promise<number> {
  const handle = await open(file)
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0)
  await handle.close()
  const isPacked = bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b
  const stream = createReadStream(file)
  let bytes = 0
  for await (const chunk of isPacked ? stream.pipe(createGunzip()) : stream) {
    push(chunk as Buffer)
    bytes += (chunk as Buffer).length
  }
  return bytes
}
