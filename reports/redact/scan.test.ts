import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type Leak, LeakError, scan } from './scan.ts'

const known = { identifiers: [{ value: '910000004', name: 'P1.id' }], secrets: ['correct horse'] }

function leaks(text: string, allowed: readonly string[] = []): readonly Leak[] {
  try {
    scan(new Map([['report.json', text]]), known, allowed)
    return []
  } catch (error) {
    if (error instanceof LeakError) return error.leaks
    throw error
  }
}
const base64 = (text: string) => Buffer.from(text).toString('base64')

describe('scan', () => {
  it.each([
    ['an account number', 'x 12345678903 y', 'account number'],
    ['an account number with points', 'konto 1234.56.78903.', 'account number'],
    ['a number of a person', '"01895612045"', 'national identity number'],
    ['a number of a person in two parts', '018956 12045', 'national identity number'],
    ['a number behind an escaped line break', '"line\\n12345678903"', 'account number'],
    ['a number behind an escaped letter', '"\\u00e612345678903"', 'account number'],
    ['a token', `Bearer ${base64('{"alg":"RS256"}').replace(/=/g, '')}.eyJpc3MiOiJhIn0.c2ln`, 'JWT'],
    ['a header of a token alone', base64('{"alg":"RS256"}').replace(/=/g, ''), 'JWT'],
    ['a sealed text', `${base64('{ "alg": "RSA-OAEP-256" }').replace(/=/g, '')}.a.b.c.d`, 'JWE'],
    ['a key', '-----BEGIN PRIVATE KEY-----', 'PEM'],
    ['a known identifier', '910000004', 'known identifier'],
    ['… inside a word', 'x910000004y', 'known identifier'],
    ['… percent-encoded', '%39%31%30%30%30%30%30%30%34', 'known identifier'],
    ['… percent-encoded twice', '%2539%25310000004', 'known identifier'],
    ['… with blanks', '910 000 004', 'known identifier'],
    ['… in base64', base64('910000004'), 'known identifier'],
    ['… in base64 of something longer', base64('id=910000004;'), 'known identifier'],
    ['… in base64 of something longer still', base64('x910000004y'), 'known identifier'],
    ['… in hexadecimal', Buffer.from('910000004').toString('hex'), 'known identifier'],
    ['… as entities', '&#57;10000004', 'known identifier'],
    ['a secret', 'say CORRECT HORSE', 'secret'],
    ['a secret in a query', 'correct+horse', 'secret'],
  ])('finds %s', (_name, text, kind) => expect(leaks(text).map((leak) => leak.kind)).toContain(kind))

  it.each([
    ['an account number with a wrong check digit', '12345678904'],
    ['an organisation number that the run did not know', '974760673'],
    ['digits inside a longer token', 'ab12345678903cd'],
    ['digits inside a longer number', '123456789031'],
    ['a version and a class', 'keyInfo.SomeClass.method 1.2.3'],
    ['a date and a time', '2026-11-21T12:00:00.000Z'],
    ['an id of the harness', '0c0ffee0-0000-8000-8000-000000000abc'],
  ])('leaves %s', (_name, text) => expect(leaks(text)).toEqual([]))

  it('leaves SHA-256 values alone', () => {
    const digests = Array.from({ length: 5000 }, (_, n) => createHash('sha256').update(String(n)).digest('hex'))
    expect(leaks(digests.join('\n'))).toEqual([])
  })

  it('leaves the ids of the harness alone', () => {
    const id = (n: number) =>
      createHash('sha256')
        .update(String(n))
        .digest('hex')
        .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, '$1-$2-$3-$4-$5')
    expect(leaks(Array.from({ length: 20_000 }, (_, n) => `CorrelationID: ${id(n)}`).join('\n'))).toEqual([])
  })

  it('leaves what is allowed, and only as a whole token', () => {
    expect(leaks('seed 12345678903', ['12345678903'])).toEqual([])
    expect(leaks('seed 12345678903', ['2345678903'])).toHaveLength(1)
  })

  it('names document, kind and place, never the value', () => {
    const text = 'one\ntwo 12345678903'
    expect(leaks(text)).toEqual([{ document: 'report.json', kind: 'account number', line: 2, column: 5 }])
    expect(() => scan(new Map([['a', text]]), known)).toThrow(/account number in a, line 2, column 5/)
    expect(() => scan(new Map([['a', text]]), known)).not.toThrow(/12345678903/)
  })
})
