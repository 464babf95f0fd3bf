import type { Identifier } from '../../contracts/report/report.ts'
import { plainDigits, spelling } from './digits.ts'

/** Finding what a run has known, in every writing in which it could have come back. Used to mask, and again to scan. */

export interface Known {
  readonly identifiers: readonly Identifier[]
  readonly secrets: readonly string[]
}

export interface Found {
  readonly index: number
  readonly length: number
  /** What to tell instead: `{P1.id}`, or `{secret}`. A writing of its own stays visible: `{P1.id, skrevet 3 3 3}`. */
  readonly name: string
  readonly secret: boolean
}
export type Finder = (text: string) => readonly Found[]

/** Shorter texts cannot be hidden without hiding everything else. */
const shortest = 4
/** From this length on a text is sought inside words too. */
const sureLength = 6
/** Longer ones, such as hundreds of tokens, are sought as they are: a pattern of all their writings would be endless. */
const longest = 64

interface Sought {
  readonly value: string
  readonly name: string
}

export function createFinder({ identifiers, secrets }: Known): Finder {
  const told = [...secrets.map((value) => ({ value, name: 'secret' })), ...identifiers]
  const sought = [...new Map(told.map((one) => [one.value, one])).values()]
    .filter(({ value }) => value.length >= shortest)
    .sort((a, b) => b.value.length - a.value.length || (a.value < b.value ? -1 : 1))
  const findShort = shortFinder(sought.filter(({ value }) => value.length <= longest))
  const findLong = longFinder(sought.filter(({ value }) => value.length > longest))
  return (text) => [...findLong(text), ...findShort(text)]
}

function shortFinder(sought: readonly Sought[]): Finder {
  if (sought.length === 0) return () => []
  const pattern = new RegExp(sought.map(({ value }) => `(${writings(value).join('|')})`).join('|'), 'giu')
  return (text) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const one = sought[match.slice(1).findIndex((group) => group !== undefined)]
      return one === undefined ? [] : [found(one, match.index, match[0])]
    })
}

function longFinder(sought: readonly Sought[]): Finder {
  const needles = sought.flatMap((one) => longWritings(one.value).map((needle) => ({ needle, one })))
  return (text) =>
    needles.flatMap(({ needle, one }) => {
      const all: Found[] = []
      for (let index = text.indexOf(needle); index >= 0; index = text.indexOf(needle, index + needle.length)) {
        all.push(found(one, index, needle))
      }
      return all
    })
}

function found({ value, name }: Sought, index: number, text: string): Found {
  const secret = name === 'secret'
  const written = plainDigits(text) === value ? spelling(text) : 'annerledes'
  const note = secret || text === value ? '' : `, skrevet ${written}`
  return { index, length: text.length, name: `{${name}${note}}`, secret }
}

/** The signature of a token alone is still the signature. */
function longWritings(value: string): readonly string[] {
  const json = JSON.stringify(value).slice(1, -1)
  const markup = value.replace(/[&<>"']/g, (one) => (escapes[one] ?? one).split('|').at(-1) ?? one)
  const signature = /^[\w-]+\.[\w-]+\.[\w-]{40,}$/.test(value) ? [value.slice(value.lastIndexOf('.') + 1)] : []
  return [...new Set([value, json, markup, encodeURIComponent(value.toWellFormed()), ...signature, ...base64Of(value)])]
}

function writings(value: string): readonly string[] {
  const between = /^\d{9,}$/.test(value) ? '(?:[ .\\u00a0-]|%20)?' : ''
  const plain = [...value].map(character).join(between)
  if (value.length < sureLength) return [`(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])`]
  return [plain, ...base64Of(value).map(eitherAlphabet), Buffer.from(value, 'utf8').toString('hex')]
}

const escapes: Readonly<Record<string, string>> = {
  '"': '\\\\"|&quot;',
  '\\': '\\\\\\\\',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  "'": '&#39;|&apos;',
  ' ': '\\+',
}

/** One character as it stands, percent-encoded once or twice, and as JSON, HTML and XML escape it. */
function character(one: string): string {
  const bytes = [...Buffer.from(one, 'utf8')].map((byte) => byte.toString(16).padStart(2, '0'))
  const percent = bytes.map((byte) => `%(?:25)?${byte}`).join('')
  const unicode = [...Array(one.length).keys()].map((at) => `\\\\u${one.charCodeAt(at).toString(16).padStart(4, '0')}`)
  const point = one.codePointAt(0) ?? 0
  const entity = `&#(?:${point}|x0*${point.toString(16)});`
  const more = escapes[one]
  return `(?:${[literal(one), percent, unicode.join(''), entity, ...(more === undefined ? [] : [more])].join('|')})`
}

const literal = (one: string) =>
  /[\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e]/.test(one) ? `\\x${one.charCodeAt(0).toString(16)}` : one

/** The part of a base64 text that the value alone decides, for each of the three places where it can begin. */
function base64Of(value: string): readonly string[] {
  const bytes = Buffer.from(value, 'utf8')
  return [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes, Buffer.alloc(3)]).toString('base64')
    return text.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6))
  })
}

/** base64 and base64url differ in two letters. */
const eitherAlphabet = (text: string) => text.replaceAll('+', '[+-]').replaceAll('/', '[/_]')
