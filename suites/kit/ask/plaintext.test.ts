import { describe, expect, it } from 'vitest'
import { readPlaintext } from './plaintext.ts'

const document = '{"responseDetails":{"status":"complete"}}'
const value = { responseDetails: { status: 'complete' } }
const read = (text: string | Uint8Array) =>
  readPlaintext(typeof text === 'string' ? new TextEncoder().encode(text) : text, (whole) => whole)

describe('what was sealed', () => {
  it('is one JSON document', () => expect(read(document)).toEqual({ text: document, value }))

  it.each([
    ['text', JSON.stringify(document)],
    ['jws', `eyJhbGciOiJSUzI1NiJ9.${Buffer.from(document).toString('base64url')}.c2lnbmF0dXJl`],
    ['base64', Buffer.from(document).toString('base64')],
    ['base64', `${Buffer.from(document).toString('base64url')}\n`],
    ['base64', JSON.stringify(Buffer.from(document).toString('base64'))],
  ] as const)('is read through %s around it, which is told', (wrapped, text) =>
    expect(read(text)).toEqual({ text, value, wrapped }),
  )

  it.each(['complete', '<html>', 'a.b.c', ''])('may be no JSON at all: %j', (text) =>
    expect(read(text)).toEqual({ text, value: undefined }),
  )

  it('may be a text that holds nothing', () =>
    expect(read('"complete"')).toEqual({ text: '"complete"', value: 'complete', wrapped: 'text' }))

  it('is read although it is not UTF-8, which is told', () =>
    expect(read(Buffer.from('{"name":"Åse"}', 'latin1'))).toMatchObject({ value: { name: '\uFFFDse' }, utf8: false }))

  it('lets a replacement character be one', () => expect(read('{"name":"\uFFFD"}')).not.toHaveProperty('utf8'))

  it('loses what must not be recorded before it is read', () =>
    expect(readPlaintext(new TextEncoder().encode('{"a":"secret"}'), (text) => text.replace('secret', '-'))).toEqual({
      text: '{"a":"-"}',
      value: { a: '-' },
    }))
})
