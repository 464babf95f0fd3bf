import AdmZip from 'adm-zip'
import { type Outcome, type Refusal, read, refuse } from '../outcome.ts'
import { type ArchiveLimits, archiveLimits, boundsProblem } from './bounds.ts'
import { endOf, lookOf, sameInside } from './look.ts'
import { type ArchiveProblem, mend } from './problems.ts'

export interface ArchiveEntry {
  readonly name: string
  readonly bytes: Uint8Array
  /** It is an archive itself. It is not opened. */
  readonly nested: boolean
}

/** Folders are left out: they hold nothing. */
export type Archive = readonly ArchiveEntry[]

/**
 * Opens a ZIP in memory. Nothing is written anywhere. Everything that its directory says is held against the limits
 * before a byte is inflated, and no entry inflates beyond the size that it said (DSVE-043, DSVE-088).
 */
export function readArchive(
  bytes: Uint8Array,
  limits: ArchiveLimits = archiveLimits,
): Outcome<Archive, ArchiveProblem> {
  if (bytes.length > limits.archiveBytes)
    return refuse(
      'too-large',
      `${bytes.length} bytes, of ${limits.archiveBytes} at most`,
      'the archive',
      mend['too-large'],
    )
  const look = lookOf(bytes)
  if (look !== null) return { ok: false, refusal: look }
  try {
    return open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), limits)
  } catch (error) {
    return { ok: false, refusal: refusalOf(error) }
  }
}

/** The library throws what it thinks; `refusalOf` reads it. */
function open(bytes: Buffer, limits: ArchiveLimits): Outcome<Archive, ArchiveProblem> {
  const archive = new AdmZip(bytes, { noSort: true })
  const count = archive.getEntryCount()
  if (count > limits.entries)
    return refuse(
      'too-many-entries',
      `${count} entries, of ${limits.entries} at most`,
      'the directory',
      mend['too-many-entries'],
    )
  const entries = archive.getEntries()
  const problem = boundsProblem(entries, limits) ?? endOf(bytes, entries)
  if (problem !== null) return { ok: false, refusal: problem }
  const opened: ArchiveEntry[] = []
  for (const [index, entry] of entries.entries()) {
    const differs = sameInside(bytes, entry)
    if (differs !== null) return { ok: false, refusal: differs }
    if (entry.isDirectory) continue
    const content = contentOf(entry, index)
    if (!content.ok) return content
    opened.push({ name: entry.entryName, bytes: content.value, nested: isArchive(content.value) })
  }
  return read(opened)
}

function contentOf(entry: AdmZip.IZipEntry, index: number): Outcome<Uint8Array, ArchiveProblem> {
  const where = `entry ${index + 1}`
  try {
    const content = entry.getData()
    if (content.length !== entry.header.size)
      return refuse('damaged', `${content.length} bytes, and ${entry.header.size} are announced`, where, mend.damaged)
    return read(new Uint8Array(content))
  } catch (error) {
    const says = error instanceof Error ? error.message : ''
    if (says.includes('CRC32')) return refuse('crc', 'the content does not fit its checksum', where, mend.crc)
    if (says.includes('INVALID_LOC') || says.includes('LOC header'))
      return refuse(
        'truncated',
        'the entry does not stand where the directory says, or not as long',
        where,
        mend.truncated,
      )
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
      return refuse('ratio', 'it inflates to more than it announces', where, mend.ratio)
    return refuse('damaged', 'the content cannot be inflated', where, mend.damaged)
  }
}

function refusalOf(error: unknown): Refusal<ArchiveProblem> {
  const says = error instanceof Error ? error.message : ''
  const [kind, what]: readonly [ArchiveProblem, string] = says.includes('Duplicate entry')
    ? ['duplicate-name', 'two entries have one name']
    : says.includes('No END header')
      ? ['truncated', 'the directory at its end is missing']
      : ['damaged', 'the directory cannot be read']
  return { kind, what, where: 'the directory', remedy: mend[kind] }
}

/** ZIP, gzip, 7-Zip, RAR. */
const signatures = [
  [0x50, 0x4b, 3, 4],
  [0x50, 0x4b, 5, 6],
  [0x1f, 0x8b],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
]

const isArchive = (bytes: Uint8Array) =>
  signatures.some((signature) => signature.every((byte, at) => bytes[at] === byte))
