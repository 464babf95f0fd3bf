import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { inspectFiles, whileThere } from './inspect.ts'
import { bareDigests, readableForms } from './needles.ts'
import { createSearch } from './search.ts'

/** Synthetic. */
const number = '01865210090'
const folder = mkdtempSync(join(tmpdir(), 'samsvar-evidence-'))
afterAll(() => rmSync(folder, { recursive: true }))

const foundIn = (bytes: Buffer, chunk = bytes.length) => {
  const search = createSearch([...readableForms(number), ...bareDigests(number)])
  for (let at = 0; at < bytes.length; at += chunk) search.push(bytes.subarray(at, at + chunk))
  return search.found()
}
const around = (bytes: Buffer | string) =>
  Buffer.concat([Buffer.from('x'.repeat(50)), Buffer.from(bytes), Buffer.from('y')])

const written: readonly (readonly [string, Buffer | string, string])[] = [
  ['as it is', number, 'plain'],
  ['with a blank in it', '018652 10090', 'grouped'],
  ['in UTF-16', Buffer.from(number, 'utf16le'), 'UTF-16'],
  ['in UTF-16, the other way round', Buffer.from(number, 'utf16le').swap16(), 'UTF-16'],
  ['in hexadecimal', Buffer.from(number).toString('hex'), 'hexadecimal'],
  ['in base64', Buffer.from(number).toString('base64'), 'base64'],
  ['in base64 of JSON', Buffer.from(JSON.stringify({ id: number, type: 'DSOPBANK' })).toString('base64'), 'base64'],
  ['in base64 of other JSON', Buffer.from(JSON.stringify({ ids: [1, number] })).toString('base64'), 'base64'],
  ['in base64 of a header', Buffer.from(`CustomerID: ${number}`).toString('base64url'), 'base64'],
  ['as SHA-256', createHash('sha256').update(number).digest(), 'sha256'],
  ['as MD5 in capitals', createHash('md5').update(number).digest('hex').toUpperCase(), 'md5, hexadecimal'],
  ['as SHA-512 in base64', createHash('sha512').update(number).digest('base64'), 'sha512, base64'],
]

describe('a number', () => {
  it.each(written)('is found %s, however the file is cut', (_how, text, form) => {
    for (const chunk of [1, 7, 64, 1000]) expect(foundIn(around(text), chunk)).toMatchObject({ [form]: 1 })
  })

  it('is not found where it is not', () => {
    const other = createHash('sha256').update(`${number} and a secret`).digest()
    expect(foundIn(Buffer.concat([around('01865210091'), other, Buffer.from(other.toString('base64'))]))).toEqual({})
  })
})

const look = (paths: readonly string[], since: Date, waitMs = 0) => {
  const watch = { interrupt: new AbortController().signal, waiting: () => undefined }
  return inspectFiles({ what: 'logs', paths, since, waitMs, needles: readableForms(number) }, watch)
}
const file = (name: string, content: string | Buffer) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('a file of the house', () => {
  it('is read through, packed or not, and what was found is counted', async () => {
    const paths = [file('a.log', `1 ${number}\n2 ${number}\n`), file('b.log.gz', gzipSync(`3 ${number}`))]
    const { told, outcome } = await look(paths, new Date())
    expect(outcome).toMatchObject({ state: 'read', files: 2, found: { plain: 3 } })
    expect(JSON.stringify([told, outcome])).not.toContain(number)
  })

  it('that is older than what was asked shows nothing', async () => {
    const path = file('old.log', number)
    utimesSync(path, new Date('2026-01-01'), new Date('2026-01-01'))
    expect((await look([path], new Date())).outcome).toMatchObject({ state: 'stale', found: {} })
  })

  it('that is gone when it is to be read is passed over; what cannot be read is an error', async () => {
    expect(await whileThere(() => readFile(join(folder, 'gone'), 'utf8'))).toBe(null)
    await expect(whileThere(() => readFile(folder, 'utf8'))).rejects.toThrow(/EISDIR/)
  })

  it('that is not there is told', async () => {
    expect((await look([join(folder, 'none')], new Date())).outcome).toMatchObject({ state: 'absent', files: 0 })
  })

  it('is waited for, and read when it comes', async () => {
    const path = join(folder, 'late.log')
    const watch = { interrupt: new AbortController().signal, waiting: () => writeFileSync(path, number) }
    const inspection = {
      what: 'logs',
      paths: [path],
      since: new Date(),
      waitMs: 30_000,
      needles: readableForms(number),
    }
    const { outcome } = await inspectFiles(inspection, watch)
    expect(outcome).toMatchObject({ state: 'read', found: { plain: 1 } })
  })
})
