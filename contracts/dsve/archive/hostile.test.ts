import { deflateRawSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { archiveLimits } from './bounds.ts'
import type { ArchiveProblem } from './problems.ts'
import { type RawEnd, type RawEntry, rawArchive } from './raw.ts'
import { readArchive } from './read.ts'
import { writeArchive } from './write.ts'

const plain: RawEntry = { name: 'restgjeldssvar_1.xml', content: '<restgjeldssvar/>' }
const zeros = (bytes: number) => deflateRawSync(Buffer.alloc(bytes))

interface Hostile {
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
): Hostile => ({ what, refused, where, make: () => rawArchive(entries(), end) })

const instead = (what: string, make: () => Uint8Array): Hostile => ({
  what,
  refused: 'not-a-zip',
  where: 'byte 0',
  make,
})

const hostile: readonly Hostile[] = [
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

describe('an archive', () => {
  it.each(hostile)('with $what is refused: $refused', ({ make, refused, where }) => {
    const outcome = readArchive(make())
    expect(outcome).toMatchObject({ ok: false, refusal: { kind: refused, where } })
    if (!outcome.ok) expect(outcome.refusal.what && outcome.refusal.remedy).not.toBe('')
  })

  it('that is too large is refused unopened', () => {
    const bytes = new Uint8Array(archiveLimits.archiveBytes + 1)
    expect(readArchive(bytes)).toMatchObject({ ok: false, refusal: { kind: 'too-large', where: 'the archive' } })
  })

  it('may be stored, deflated, commented, empty, or hold folders', () => {
    const names = (bytes: Uint8Array) => {
      const opened = readArchive(bytes)
      return opened.ok ? opened.value.map(({ name }) => name) : opened
    }
    expect(names(rawArchive([plain]))).toEqual([plain.name])
    expect(names(rawArchive([{ ...plain, method: 0 }]))).toEqual([plain.name])
    expect(names(rawArchive([plain], { comment: 'sendt av oss' }))).toEqual([plain.name])
    expect(
      names(
        rawArchive([
          { name: 'svar/', method: 0 },
          { ...plain, name: 'svar/a.xml' },
        ]),
      ),
    ).toEqual(['svar/a.xml'])
    expect(names(Buffer.from('PK\u0005\u0006'.padEnd(22, '\u0000'), 'latin1'))).toEqual([])
    expect(names(writeArchive([{ name: 'a', content: 'a' }], { deflated: true }))).toEqual(['a'])
    expect(names(rawArchive([plain, { name: '__proto__', content: 'x' }, { name: 'constructor' }]))).toHaveLength(3)
  })

  it('inside an archive is marked and not opened', () => {
    const inner = rawArchive([{ ...plain, crc: 1 }])
    const outcome = readArchive(
      rawArchive([plain, { name: 'mer.zip', content: inner }, { name: 'a.gz', content: gzipSync('x') }]),
    )
    expect(outcome.ok && outcome.value.map(({ nested }) => nested)).toEqual([false, true, true])
  })

  const whole = rawArchive([plain, { name: 'manifest.xml', content: '<BrokerServiceManifest/>' }])

  it('cut anywhere is refused', () => {
    const lengths = Array.from({ length: whole.length }, (_, length) => length)
    expect(lengths.filter((length) => readArchive(whole.subarray(0, length)).ok)).toEqual([])
  })

  it('changed anywhere never throws', () => {
    const change = fc.record({ at: fc.nat(whole.length - 1), to: fc.nat(255) })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const bytes = Uint8Array.from(whole)
        for (const { at, to } of changes) bytes[at] = to
        expect(readArchive(bytes)).toHaveProperty('ok')
      }),
      { numRuns: 1000, seed: 20_261_127 },
    )
  })

  it('of any bytes never throws', () => {
    const begun = fc
      .uint8Array({ maxLength: 400 })
      .map((bytes) => Buffer.concat([Buffer.from('PK\u0003\u0004'), bytes]))
    fc.assert(
      fc.property(begun, (bytes) => void readArchive(bytes)),
      { numRuns: 1000, seed: 20_261_127 },
    )
  })
})
