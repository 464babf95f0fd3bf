import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostileArchives, plain } from '../testing/hostile-archives.ts'
import { archiveLimits } from './bounds.ts'
import { rawArchive } from './raw.ts'
import { readArchive } from './read.ts'
import { writeArchive } from './write.ts'

describe('an archive', () => {
  it.each(hostileArchives)('with $what is refused: $refused', ({ make, refused, where }) => {
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
