import { deflateRawSync, gzipSync } from 'node:zlib'
import type { ArchiveProblem } from '../archive/problems.ts'
import { type RawEnd, type RawEntry, rawArchive } from '../archive/raw.ts'

/** Archives that are made to do harm, or are none: what is said of each, and where. */

export const plain: RawEntry = { name: 'restgjeldssvar_1.xml', content: '<restgjeldssvar/>' }
const zeros = (bytes: number) => deflateRawSync(Buffer.alloc(bytes))

export interface HostileArchive {
  readonly what: string
  readonly refused: ArchiveProblem
  readonly where: string
  readonly make: () => Uint8Array
}

const of = (
  what: string,
  refused: ArchiveProblem,
  where: string,
  entries: () => readonly RawEntry[],
  end?: RawEnd,
): HostileArchive => ({ what, refused, where, make: () => rawArchive(entries(), end) })

const instead = (what: string, make: () => Uint8Array): HostileArchive => ({
  what,
  refused: 'not-a-zip',
  where: 'byte 0',
  make,
})

export const hostileArchives: readonly HostileArchive[] = [
  instead('nothing', () => new Uint8Array()),
  instead('bare XML', () => Buffer.from('<restgjeldssvar/>')),
  instead('base64', () => Buffer.from(Buffer.from(rawArchive([plain])).toString('base64'))),
  instead('gzip', () => gzipSync('<restgjeldssvar/>')),
  instead('a PDF', () => Buffer.from('%PDF-1.7')),
  instead('JSON', () => Buffer.from('{"restgjeld":1}')),
  instead('noise', () => Buffer.alloc(5000, 7)),

  of('a bomb of 100 MB that says so', 'too-large', 'entry 1', () => [
    { ...plain, packed: zeros(100_000_000), size: 100_000_000 },
  ]),
  of('a bomb of 9 MB that says so', 'ratio', 'entry 2', () => [
    plain,
    { name: 'b.xml', packed: zeros(9_000_000), size: 9_000_000 },
  ]),
  of('a bomb of 100 MB that says 17 bytes', 'ratio', 'entry 1', () => [
    { ...plain, packed: zeros(100_000_000), size: 17 },
  ]),
  of('many entries that are large together', 'too-large', 'entry 3', () =>
    ['a', 'b', 'c'].map((name) => ({ name, packed: Buffer.alloc(80_000), size: 7_900_000 })),
  ),
  of('an archive of 4 GB that is not there', 'too-large', 'entry 1', () => [{ ...plain, method: 0, size: 0xfffffff0 }]),
  of('10,000 entries', 'too-many-entries', 'the directory', () =>
    Array.from({ length: 10_000 }, (_, index) => ({ name: `${index}.xml`, method: 0 })),
  ),
  of('entries that share one content', 'contradictory', 'byte 0', () => [
    plain,
    ...Array.from({ length: 50 }, (_, index) => ({ ...plain, name: `${index}.xml`, sharesWith: 0 })),
  ]),

  ...[
    '../evil.xml',
    'a/../../b.xml',
    '/etc/passwd',
    'C:\\evil.xml',
    'c:evil.xml',
    '..\\evil.xml',
    '\\\\host\\x.xml',
    'a\u0000.xml',
    'a\nb.xml',
  ].map((name) => of(`the name ${JSON.stringify(name)}`, 'unsafe-name', 'entry 2', () => [plain, { name }])),
  of('no name', 'unsafe-name', 'entry 1', () => [{ ...plain, name: '' }]),
  of('one name twice', 'duplicate-name', 'the directory', () => [plain, plain]),
  of('one name in two letter cases', 'duplicate-name', 'entry 2', () => [
    plain,
    { ...plain, name: 'RESTGJELDSSVAR_1.XML' },
  ]),

  of('a wrong checksum', 'crc', 'entry 1', () => [{ ...plain, crc: 1 }]),
  of('a wrong checksum of stored bytes', 'crc', 'entry 1', () => [{ ...plain, method: 0, crc: 1 }]),
  of('a password', 'encrypted', 'entry 1', () => [{ ...plain, flags: 0x801 }]),
  of('strong encryption', 'encrypted', 'entry 1', () => [{ ...plain, flags: 0x841 }]),
  of('bzip2', 'unknown-method', 'entry 1', () => [{ ...plain, method: 12 }]),
  of('AES', 'unknown-method', 'entry 1', () => [{ ...plain, method: 99 }]),
  of('bytes that are not deflated', 'damaged', 'entry 1', () => [{ ...plain, packed: Buffer.alloc(60, 0xff) }]),
  of('less than it announces', 'damaged', 'entry 1', () => [{ ...plain, size: 18 }]),
  of('more stored than it announces', 'damaged', 'entry 1', () => [{ ...plain, method: 0, size: 3 }]),

  of('another name in front of the content', 'contradictory', 'byte 0', () => [
    { ...plain, localName: 'restgjeldssvar_2.xml' },
  ]),
  of('an entry that the end does not count', 'contradictory', 'byte 223', () => [plain, { name: 'b.xml' }], {
    count: 1,
  }),
  of('a directory that announces another length', 'contradictory', 'byte 135', () => [plain], { directorySize: 1 }),
  of('an end that counts more than there are', 'damaged', 'the directory', () => [plain], {
    count: 9,
  }),
]
