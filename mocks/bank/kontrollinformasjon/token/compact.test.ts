import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { bytesOf, objectIn, verifiedPayload } from './compact.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

function tokenOf(header: Readonly<Record<string, unknown>>, digest = 'sha256', key: KeyObject = privateKey): string {
  const signed = `${part(header)}.${part({ iss: 'somebody' })}`
  return `${signed}.${sign(digest, Buffer.from(signed), key).toString('base64url')}`
}

describe('a signature', () => {
  it.each([
    ['RS256', 'sha256'],
    ['RS384', 'sha384'],
    ['RS512', 'sha512'],
  ])('%s of the key gives the payload', (alg, digest) => {
    const payload = verifiedPayload(tokenOf({ alg }, digest), { alg }, publicKey)
    expect(objectIn(payload)).toEqual({ iss: 'somebody' })
  })

  it.each([
    ['by another algorithm than it says', { alg: 'RS384' }, tokenOf({ alg: 'RS384' }, 'sha256')],
    ['by an algorithm that the issuer has not', { alg: 'PS256' }, tokenOf({ alg: 'PS256' })],
    ['by none', { alg: 'none' }, `${part({ alg: 'none' })}.${part({})}.`],
    ['under a critical extension', { alg: 'RS256', crit: ['b64'] }, tokenOf({ alg: 'RS256', crit: ['b64'] })],
    ['in base64', { alg: 'RS256' }, `${tokenOf({ alg: 'RS256' })}=`],
  ])('%s is refused', (_how, header, token) => expect(() => verifiedPayload(token, header, publicKey)).toThrow())

  it('of another key, or of a payload that was changed, is refused', () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const [header, , signature] = tokenOf({ alg: 'RS256' }).split('.')
    for (const token of [
      tokenOf({ alg: 'RS256' }, 'sha256', other.privateKey),
      [header, part({}), signature].join('.'),
    ])
      expect(() => verifiedPayload(token, { alg: 'RS256' }, publicKey)).toThrow()
  })
})

describe('a part', () => {
  it.each(['a=', 'a+b/', 'YQ==', 'YR', ' YQ'])('%j is no base64url', (text) => expect(() => bytesOf(text)).toThrow())
  it.each(['[]', 'null', '1', '{', '{"a":"\xff"}'])('%j is no object', (text) =>
    expect(() => objectIn(Buffer.from(text, 'latin1'))).toThrow(),
  )
})
