import type { Unread } from '../../../contracts/report/evidence.ts'
import { deepestJson, longestList, mostDuplicates, mostValues } from './limits.ts'

/** JSON from somebody who may mean harm: looked over without recursion before a value is made of it. */
export type JsonRead =
  | { readonly value: unknown; readonly values: number; readonly duplicateKeys: readonly string[] }
  | { readonly unread: Unread }

/** Undefined when it is no JSON at all. */
export function readJson(text: string): JsonRead | undefined {
  const shape = shapeOf(text)
  if ('unread' in shape) return shape
  try {
    const { values, duplicateKeys, odd } = shape
    return { value: odd ? JSON.parse(text, withoutSurprise) : JSON.parse(text), values, duplicateKeys }
  } catch {
    return undefined
  }
}

interface Shape {
  /** At most so many: commas and brackets are counted. */
  readonly values: number
  /** JSON pointers (RFC 6901) of members whose name stands twice in their object (RFC 8259 §4). */
  readonly duplicateKeys: readonly string[]
  /** A member has the name of what every object is turned into text by. */
  readonly odd: boolean
}

/**
 * Whoever writes a value into a text meets the member `toString`, and a number there breaks the writer. The object keeps
 * all that it has, and can be written all the same.
 */
function withoutSurprise(_name: string, value: unknown): unknown {
  const isObject = value !== null && typeof value === 'object' && !Array.isArray(value)
  return isObject ? Object.defineProperty(value, Symbol.toPrimitive, { value: () => '[object Object]' }) : value
}
const surprises = new Set(['toString', 'valueOf'])

/** An open object or list. `names` are those before the last one: made when there are any, since most objects end before. */
interface Level {
  readonly isList: boolean
  names: Set<string> | null
  at: string | number
  awaitsName: boolean
}

const [quote, comma, backslash] = [0x22, 0x2c, 0x5c]
const opening = { 123: 'object', 91: 'list' } as Readonly<Record<number, 'object' | 'list' | undefined>>
const closing = new Set([0x7d, 0x5d])

/** Of a text that is no JSON it says something without meaning, and ends all the same. */
function shapeOf(text: string): Shape | { readonly unread: Unread } {
  const levels: Level[] = []
  const duplicateKeys: string[] = []
  let values = 1
  let odd = false
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    const opens = opening[code]
    const level = levels.at(-1)
    if (code === quote) {
      const end = endOfString(text, index)
      if (level?.awaitsName) {
        enterName(levels, level, text.slice(index, end + 1), duplicateKeys)
        odd ||= surprises.has(String(level.at))
      }
      index = end
    } else if (opens !== undefined) {
      if (levels.length === deepestJson) return { unread: 'too-deep' }
      levels.push({ isList: opens === 'list', names: null, at: 0, awaitsName: opens === 'object' })
      values += 1
    } else if (closing.has(code)) levels.pop()
    else if (code === comma && level !== undefined) {
      values += 1
      if (typeof level.at === 'number') level.at += 1
      if (Number(level.at) >= longestList && level.isList) return { unread: 'too-many-values' }
      level.awaitsName = !level.isList
    }
    if (values > mostValues) return { unread: 'too-many-values' }
  }
  return { values, duplicateKeys, odd }
}

/** Index of the quote that ends it; of the last character when nothing does. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (end > 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1)
  return end < 0 ? text.length - 1 : end
}

function isEscaped(text: string, index: number): boolean {
  let before = index - 1
  while (text.charCodeAt(before) === backslash) before -= 1
  return (index - before) % 2 === 0
}

function enterName(levels: readonly Level[], level: Level, written: string, duplicateKeys: string[]): void {
  const name = nameOf(written)
  if (typeof level.at === 'string') {
    level.names ??= new Set()
    level.names.add(level.at)
  }
  level.at = name
  level.awaitsName = false
  const isTwice = level.names?.has(name) === true
  if (isTwice && duplicateKeys.length < mostDuplicates)
    duplicateKeys.push(levels.map(({ at }) => `/${String(at).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''))
}

/** `"\u0061"` and `"a"` are one name. */
function nameOf(written: string): string {
  if (!written.includes('\\')) return written.slice(1, -1)
  try {
    return JSON.parse(written) as string
  } catch {
    return written
  }
}
