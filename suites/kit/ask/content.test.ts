import { generateKeyPairSync } from 'node:crypto'
import { CompactEncrypt, FlattenedEncrypt } from 'jose'
import { describe, expect, it } from 'vitest'
import { importKeys, readContent } from './content.ts'

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
const other = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = (key: typeof pair.privateKey) => key.export({ type: 'pkcs8', format: 'pem' }).toString()
const keys = importKeys([pem(pair.privateKey)])
const header = { alg: 'RSA-OAEP-256', enc: 'A128CBC-HS256' }
const plaintext = new TextEncoder().encode('{"responseDetails":{"status":"complete"}}')
const jwe = await new CompactEncrypt(plaintext).setProtectedHeader(header).encrypt(pair.publicKey)
const value = { responseDetails: { status: 'complete' } }

describe('the content of an answer', () => {
  it('is opened with the key of the consumer', async () => {
    expect(await readContent(jwe, keys)).toMatchObject({ form: 'jwe', compact: true, header, opened: { value } })
  })

  it('is opened with any of several keys', async () => {
    const several = importKeys([pem(other.privateKey), pem(pair.privateKey)])
    expect(await readContent(jwe, several)).toMatchObject({ opened: { value } })
  })

  it.each([
    ['quotes', `"${jwe}"`],
    ['a line break', `${jwe}\n`],
  ])('is read through %s around it, but is not compact then', async (_name, text) => {
    expect(await readContent(text, keys)).toMatchObject({ form: 'jwe', compact: false, opened: { value } })
  })

  it('stays shut without the right key, and says so', async () => {
    expect(await readContent(jwe, importKeys([pem(other.privateKey)]))).toMatchObject({
      opened: { error: expect.any(String) },
    })
    expect(await readContent(jwe, [])).toMatchObject({ opened: { error: expect.stringContaining('no key') } })
  })

  it('is read through JSON serialization, but is not compact then', async () => {
    const { encrypted_key, ...shared } = await new FlattenedEncrypt(plaintext)
      .setProtectedHeader(header)
      .encrypt(pair.publicKey)
    const opened = { form: 'jwe', compact: false, opened: { value } }
    expect(await readContent(JSON.stringify({ encrypted_key, ...shared }), keys)).toMatchObject(opened)
    expect(await readContent(JSON.stringify({ recipients: [{ encrypted_key }], ...shared }), keys)).toMatchObject(
      opened,
    )
  })

  it.each([
    ['', { form: 'empty' }],
    ['{"a":1}', { form: 'json', value: { a: 1 } }],
    ['null', { form: 'json', value: null }],
    ['<html>', { form: 'text' }],
    ['a.b.c.d.e', { form: 'text' }],
    ['{"a":', { form: 'text' }],
  ])('%j is %j', async (text, content) => expect(await readContent(text, keys)).toEqual(content))
})

describe('what must be new in every answer', () => {
  const freshOf = async (text: string) => {
    const content = await readContent(text, keys)
    return content.form === 'jwe' ? content.fresh : undefined
  }

  it('is told as digests, which are the same for the same text and differ between two', async () => {
    const again = await new CompactEncrypt(plaintext).setProtectedHeader(header).encrypt(pair.publicKey)
    const [one, other] = [await freshOf(jwe), await freshOf(again)]
    expect(one).toEqual({ key: expect.stringMatching(/^[\w-]{43}$/), iv: expect.stringMatching(/^[\w-]{43}$/) })
    expect(await freshOf(jwe)).toEqual(one)
    expect(other?.key).not.toBe(one?.key)
    expect(other?.iv).not.toBe(one?.iv)
  })

  it.each(['RSA-OAEP', 'RSA-OAEP-384', 'RSA-OAEP-512'])('is told for %s too', async (alg) => {
    const sealed = await new CompactEncrypt(plaintext).setProtectedHeader({ ...header, alg }).encrypt(pair.publicKey)
    expect(await freshOf(sealed)).toEqual({ key: expect.any(String), iv: expect.any(String) })
  })

  it('follows a kept key and a kept vector', async () => {
    const key = new Uint8Array(32).fill(7)
    const iv = new Uint8Array(16).fill(7)
    const seal = () => new CompactEncrypt(plaintext).setProtectedHeader(header)
    const [one, other] = [
      await freshOf(await seal().setContentEncryptionKey(key).encrypt(pair.publicKey)),
      await freshOf(await seal().setContentEncryptionKey(key).setInitializationVector(iv).encrypt(pair.publicKey)),
    ]
    expect(other?.key).toBe(one?.key)
    expect(other?.iv).not.toBe(one?.iv)
    expect((await freshOf(await seal().setInitializationVector(iv).encrypt(pair.publicKey)))?.iv).toBe(other?.iv)
  })

  it('is unknown without the right key', async () => {
    const shut = await readContent(jwe, importKeys([pem(other.privateKey)]))
    expect(shut).toMatchObject({ fresh: null })
  })
})
