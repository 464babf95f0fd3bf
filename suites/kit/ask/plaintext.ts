import { isUtf8 } from 'node:buffer'
import type { Opened, Wrapping } from '../../../contracts/report/evidence.ts'
import { type JsonRead, readJson } from './json.ts'

/**
 * What was sealed. It should be one JSON document; where something stands around it, it is read all the same, so that one
 * defect hides no other, and what stood there is told.
 */
export function readPlaintext(plaintext: Uint8Array, strip: (text: string) => string): Opened {
  const text = strip(new TextDecoder('utf-8', { ignoreBOM: true }).decode(plaintext))
  return { text, ...valueFrom(text), ...(isUtf8(plaintext) ? {} : { utf8: false }) }
}

type Value = Omit<Opened, 'text' | 'by' | 'utf8' | 'cut'>

function valueFrom(text: string): Value {
  const read = readJson(text)
  if (read !== undefined && 'unread' in read) return { value: undefined, unread: read.unread }
  const isText = typeof read?.value === 'string'
  if (read !== undefined && !isText) return valueIn(read)
  const inside = isText ? String(read?.value) : text
  for (const [wrapped, unwrap] of wrappings) {
    const found = readJson(unwrap(inside))
    if (found !== undefined && 'value' in found && isStructure(found.value)) return { ...valueIn(found), wrapped }
  }
  return { value: read?.value, ...(isText ? { wrapped: 'text' } : {}) }
}

const isStructure = (value: unknown) => typeof value === 'object' && value !== null

const valueIn = ({ value, duplicateKeys }: Extract<JsonRead, { value: unknown }>): Value =>
  duplicateKeys.length === 0 ? { value } : { value, duplicateKeys }

/** RFC 8259 §8.1 forbids it, and parsers stop at it. */
const mark = '\uFEFF'

/** A byte order mark before it, a text of JSON in JSON, an inner JWS (RFC 7515 §7.1), base64 of one of its alphabets. */
const wrappings: readonly (readonly [Wrapping, (text: string) => string])[] = [
  ['bom', (text) => (text.startsWith(mark) ? text.slice(mark.length) : '')],
  ['text', (text) => text],
  ['jws', (text) => decoded(/^[\w-]+\.([\w-]+)\.[\w-]*$/.exec(text)?.[1])],
  ['base64', (text) => decoded(/^[\w+/-]+=*\s*$/.exec(text)?.[0])],
]

const decoded = (base64 = '') => Buffer.from(base64, 'base64').toString('utf8')
