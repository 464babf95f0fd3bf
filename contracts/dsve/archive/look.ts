import type AdmZip from 'adm-zip'
import type { Refusal } from '../outcome.ts'
import { type ArchiveProblem, mend } from './problems.ts'

/** What the library does not look at: what came instead of a ZIP, and whether its two descriptions of an entry agree. */

const refusal = (kind: ArchiveProblem, what: string, where: string): Refusal<ArchiveProblem> => ({
  kind,
  what,
  where,
  remedy: mend[kind],
})

const others: readonly { readonly begins: string; readonly is: string }[] = [
  { begins: '<', is: 'bare XML' },
  { begins: '\u00ef\u00bb\u00bf<', is: 'bare XML' },
  { begins: '\u001f\u008b', is: 'gzip' },
  { begins: 'UEsD', is: 'a ZIP in base64' },
  { begins: '%PDF', is: 'a PDF' },
  { begins: '7z\u00bc\u00af', is: 'a 7-Zip archive' },
  { begins: 'Rar!', is: 'a RAR archive' },
  { begins: '{', is: 'JSON' },
]

/** Null for what begins like a ZIP, an empty one included. */
export function lookOf(bytes: Uint8Array): Refusal<ArchiveProblem> | null {
  if (bytes.length === 0) return refusal('not-a-zip', 'nothing at all', 'byte 0')
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 100)).toString('latin1')
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')) return null
  const is = others.find(({ begins }) => head.trimStart().startsWith(begins))?.is ?? 'something else'
  return refusal('not-a-zip', `it is ${is}`, 'byte 0')
}

const endLength = 22
const directoryLength = 46

/** The directory has to end where the record of its end says: what stands beside it would be seen by others alone. */
export function endOf(bytes: Buffer, entries: readonly AdmZip.IZipEntry[]): Refusal<ArchiveProblem> | null {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + endLength > bytes.length)
    return refusal('truncated', 'its end is missing', `byte ${bytes.length}`)
  const announced = bytes.readUInt32LE(end + 12)
  const found = entries.reduce(
    (sum, { header }) => sum + directoryLength + header.fileNameLength + header.extraLength + header.commentLength,
    0,
  )
  // A ZIP64 archive says so by this number, and is no business of a message of some kB.
  if (announced === found && announced !== 0xffffffff) return null
  return refusal('contradictory', `the directory has ${found} bytes, and announces ${announced}`, `byte ${end}`)
}

const localLength = 30

/** The name in front of the content is the one in the directory, and both say the same of encryption and method. */
export function sameInside(bytes: Buffer, { header, rawEntryName }: AdmZip.IZipEntry): Refusal<ArchiveProblem> | null {
  const { offset, flags, method } = header
  const where = `byte ${offset}`
  if (offset + localLength > bytes.length) return refusal('truncated', 'an entry would stand behind the end', where)
  const name = bytes.subarray(offset + localLength, offset + localLength + bytes.readUInt16LE(offset + 26))
  const same = name.equals(rawEntryName) && bytes.readUInt16LE(offset + 8) === method
  if (same && (bytes.readUInt16LE(offset + 6) & 1) === (flags & 1)) return null
  return refusal('contradictory', 'an entry is described in two ways', where)
}
