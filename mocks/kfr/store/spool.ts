import { closeSync, fsyncSync, openSync, readdirSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { type Entry, readElement, writeList } from '../../../contracts/kfr/batch/grammar.ts'
import { syncFolder } from '../../sync-folder.ts'
import type { Secret } from './secret.ts'

/**
 * Accepted batches that wait to be stored: one file each, encrypted in frames of some hundred entries, so that neither the
 * whole of it stands in memory nor anything of it readable on a disk.
 */
export interface Spool {
  /** Begins a file that is none until it is kept. */
  begin(id: string): SpoolWriter
  read(id: string, from: number): SpoolReader
  remove(id: string): void
  /** Removes what nobody knows: what was being written when the process ended. */
  sweep(isKnown: (id: string) => boolean): void
}

export interface SpoolWriter {
  write(entry: Entry): void
  /** On the disk when it returns. Gives the number of entries. */
  keep(): number
  drop(): void
}

export interface SpoolReader {
  /** Null at the end. */
  next(): Entry | null
  close(): void
}

const frameEntries = 512
/** Length of what is sealed, and how many entries it holds. */
const headBytes = 8

export function createSpool(folder: string, secret: Secret): Spool {
  const kept = (id: string) => join(folder, `${id}.batch`)
  const partial = (id: string) => join(folder, `${id}.part`)
  return {
    begin: (id) => createWriter({ id, partial: partial(id), kept: kept(id), folder, secret }),
    read: (id, from) => createReader(kept(id), id, from, secret),
    remove: (id) => rmSync(kept(id), { force: true }),
    sweep(isKnown) {
      for (const name of readdirSync(folder)) {
        const [, id = '', kind] = /^(.+)\.(batch|part)$/.exec(name) ?? []
        if (kind === 'part' || (kind === 'batch' && !isKnown(id))) rmSync(join(folder, name), { force: true })
      }
    },
  }
}

interface Writing {
  readonly id: string
  readonly partial: string
  readonly kept: string
  readonly folder: string
  readonly secret: Secret
}

function createWriter({ id, partial, kept, folder, secret }: Writing): SpoolWriter {
  const file = openSync(partial, 'wx', 0o600)
  let waiting: Entry[] = []
  let count = 0
  let frame = 0
  let open = true
  const flush = () => {
    if (waiting.length === 0) return
    const sealed = secret.seal(writeList(waiting), `${id} ${frame}`)
    const head = Buffer.alloc(headBytes)
    head.writeUInt32BE(sealed.length, 0)
    head.writeUInt32BE(waiting.length, 4)
    writeSync(file, Buffer.concat([head, sealed]))
    frame += 1
    waiting = []
  }
  const close = () => {
    if (open) closeSync(file)
    open = false
  }
  return {
    write(entry) {
      waiting.push(entry)
      count += 1
      if (waiting.length === frameEntries) flush()
    },
    keep() {
      flush()
      fsyncSync(file)
      close()
      renameSync(partial, kept)
      syncFolder(folder)
      return count
    },
    drop() {
      close()
      rmSync(partial, { force: true })
    },
  }
}

function createReader(path: string, id: string, from: number, secret: Secret): SpoolReader {
  const file = openSync(path, 'r')
  let skip = from
  let place = 0
  let frame = 0
  let entries: readonly string[] = []
  let index = 0
  const bytes = (length: number, at: number): Buffer => {
    const buffer = Buffer.alloc(length)
    const read = readSync(file, buffer, 0, length, at)
    return read === length ? buffer : Buffer.alloc(0)
  }
  /** The next frame that is not skipped; false at the end. */
  const load = (): boolean => {
    for (;;) {
      const head = bytes(headBytes, place)
      if (head.length === 0) return false
      const [length, count] = [head.readUInt32BE(0), head.readUInt32BE(4)]
      const at = place + headBytes
      const about = `${id} ${frame}`
      place = at + length
      frame += 1
      if (skip >= count) skip -= count
      else {
        entries = secret.open(bytes(length, at), about).split(',')
        index = skip
        skip = 0
        return true
      }
    }
  }
  return {
    next() {
      if (index >= entries.length && !load()) return null
      const read = readElement(entries[index++] ?? '')
      if (!('entry' in read)) throw new Error('A spooled batch holds what was never accepted')
      return read.entry
    },
    close: () => closeSync(file),
  }
}
