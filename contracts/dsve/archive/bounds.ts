import type AdmZip from 'adm-zip'
import type { Refusal } from '../outcome.ts'
import { type ArchiveProblem, mend } from './problems.ts'

export interface ArchiveLimits {
  readonly archiveBytes: number
  readonly entries: number
  readonly entryBytes: number
  readonly totalBytes: number
  /** How many times its compressed size an entry may have, when it is larger than `ratioFrom` bytes. */
  readonly ratio: number
  readonly ratioFrom: number
}

/** A message has some kB. Nothing lawful comes near; XML seldom shrinks to less than a thirtieth. */
export const archiveLimits: ArchiveLimits = {
  archiveBytes: 10_000_000,
  entries: 100,
  entryBytes: 10_000_000,
  totalBytes: 20_000_000,
  ratio: 100,
  ratioFrom: 200_000,
}

/** What the directory says that is not to be opened, before anything is. */
export function boundsProblem(
  entries: readonly AdmZip.IZipEntry[],
  limits: ArchiveLimits,
): Refusal<ArchiveProblem> | null {
  let total = 0
  const names = new Set<string>()
  for (const [index, entry] of entries.entries()) {
    total += entry.header.size
    const problem = problemOf(entry, limits, names, total)
    if (problem) return { kind: problem[0], what: problem[1], where: `entry ${index + 1}`, remedy: mend[problem[0]] }
    names.add(folded(entry.entryName))
  }
  return null
}

const folded = (name: string) => name.normalize('NFC').toLowerCase()

const encryptedBit = 0x1
const strongBit = 0x40

function problemOf(
  { entryName: name, header: { flags, method, size, compressedSize } }: AdmZip.IZipEntry,
  limits: ArchiveLimits,
  names: ReadonlySet<string>,
  total: number,
): readonly [ArchiveProblem, string] | null {
  if (isUnsafe(name)) return ['unsafe-name', 'its name leads elsewhere, or is none']
  if (names.has(folded(name))) return ['duplicate-name', 'an entry before it has its name, letter case aside']
  if (flags & (encryptedBit | strongBit)) return ['encrypted', 'it is encrypted']
  if (method !== 0 && method !== 8) return ['unknown-method', `it is compressed by method ${method}`]
  if (size > limits.entryBytes) return ['too-large', `it announces ${size} bytes, of ${limits.entryBytes} at most`]
  if (total > limits.totalBytes)
    return ['too-large', `with it the archive announces ${total} bytes, of ${limits.totalBytes}`]
  if (size > limits.ratioFrom && size > compressedSize * limits.ratio)
    return ['ratio', `${compressedSize} bytes announce ${size}, more than ${limits.ratio} times as many`]
  return null
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: a name with one is made to deceive.
const control = /[\u0000-\u001f\u007f]/

/** Nothing is extracted, so no name can do harm here; at the bank it could, so it is told. */
const isUnsafe = (name: string) =>
  name === '' ||
  control.test(name) ||
  name.includes('\\') ||
  name.startsWith('/') ||
  /^[A-Za-z]:/.test(name) ||
  name.split('/').includes('..')
