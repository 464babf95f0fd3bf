import { createHash } from 'node:crypto'
import { createReadStream, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { syncFolder } from '../sync-folder.ts'

/** The files themselves, in a folder that only its owner can open. */
export interface Files {
  /** The folder. */
  readonly place: string
  /**
   * Takes in a file, without giving it its name yet. Rejects with `TooLarge`, or with whatever ended the stream; nothing of
   * it is left then.
   */
  receive(id: string, bytes: AsyncIterable<Uint8Array>, most: number): Promise<ReceivedFile>
  /** From the first to the last byte that is asked for, both counted. */
  read(id: string, range: { readonly first: number; readonly last: number }): Readable
  drop(id: string): void
  /** Bytes of all files. */
  used(): number
  close(): void
}

export interface ReceivedFile {
  readonly size: number
  /** 32 hexadecimal digits in lower case. */
  readonly md5: string
  /** Now it is the file of that id. */
  keep(): void
  discard(): void
}

export class TooLarge extends Error {
  override readonly name = 'TooLarge'
}

export interface FilesOptions {
  /** Null takes a folder of its own among the temporary ones, which goes when the broker closes. */
  readonly folder: string | null
  /** Whether a file that is found belongs to anything; others are remains of a killed process. */
  readonly isKnown: (id: string) => boolean
}

export function openFiles({ folder, isKnown }: FilesOptions): Files {
  const place = folder === null ? mkdtempSync(join(tmpdir(), 'samsvar-broker-')) : join(folder, 'files')
  mkdirSync(place, { recursive: true, mode: 0o700 })
  const sizes = new Map<string, number>()
  for (const name of readdirSync(place)) {
    if (isKnown(name)) sizes.set(name, statSync(join(place, name)).size)
    else rmSync(join(place, name))
  }
  let parts = 0
  return {
    place,
    async receive(id, bytes, most) {
      parts += 1
      const part = join(place, `${id}.${parts}.part`)
      const discard = () => rmSync(part, { force: true })
      try {
        const { size, md5 } = await write(part, bytes, most)
        const keep = () => {
          renameSync(part, join(place, id))
          syncFolder(place)
          sizes.set(id, size)
        }
        return { size, md5, keep, discard }
      } catch (error) {
        discard()
        throw error
      }
    },
    read: (id, { first, last }) => createReadStream(join(place, id), { start: first, end: last }),
    drop(id) {
      sizes.delete(id)
      rmSync(join(place, id), { force: true })
    },
    used: () => [...sizes.values()].reduce((sum, size) => sum + size, 0),
    close() {
      if (folder === null) rmSync(place, { recursive: true, force: true })
    },
  }
}

async function write(path: string, bytes: AsyncIterable<Uint8Array>, most: number) {
  const hash = createHash('md5')
  const file = await open(path, 'wx', 0o600)
  try {
    let size = 0
    for await (const chunk of bytes) {
      size += chunk.length
      if (size > most) throw new TooLarge(`more than ${most} bytes`)
      hash.update(chunk)
      await file.writeFile(chunk)
    }
    await file.sync()
    return { size, md5: hash.digest('hex') }
  } finally {
    await file.close()
  }
}
