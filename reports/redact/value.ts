import { plainDigits } from './digits.ts'
import type { Gate } from './gate.ts'
import { isKnownName, type Treatment, treatmentOf } from './kinds.ts'
import { isPlainText } from './plain-texts.ts'
import {
  areDates,
  isCodeLike,
  isDate,
  isDateLike,
  isEnumLike,
  isErrorCode,
  isIdentifierLike,
  kindByShape,
  kindOfId,
  showBlanks,
} from './shapes.ts'
import { isMemberName, isStandardWord } from './standard-words.ts'
import { redactUrl } from './url.ts'

/** JSON of a body, a token recipe or a configuration: every leaf by the name of the member that holds it. */

/** Nobody reads further down, and a body that nests without end must not break the report. */
const deepest = 40

/** How many values may still be told. Whoever sends a million of them does not choose the size of our report. */
interface Room {
  left: number
}
const usual = 50_000

/** `name`: of the member that holds the value; items of a list have the name of the list. */
export function redactValue(gate: Gate, value: unknown, name = '', depth = 0, room: Room = { left: usual }): unknown {
  room.left -= 1
  if (room.left < 0) return '{more}'
  if (value === undefined || value === null || typeof value === 'boolean' || value === '') return value
  if (typeof value === 'string') return redactText(gate, value, treatmentOf(name))
  if (typeof value === 'number') return redactNumber(gate, value, treatmentOf(name))
  if (typeof value !== 'object') return '{unknown}'
  if (treatmentOf(name) === 'secret') return gate.count('secret', '{secret}')
  if (depth === deepest) return '{nested too deep}'
  if (Array.isArray(value)) return redactItems(gate, value, name, depth + 1, room)
  const members = Object.entries(value)
  const told = members
    .slice(0, Math.max(0, room.left))
    .map(([key, member]) => [redactName(gate, key), redactValue(gate, member, nameOf(key, value), depth + 1, room)])
  return Object.fromEntries(told.length < members.length ? [...told, more(members.length - told.length)] : told)
}

/** In the place of what is not told: so much of it there is. */
const more = (count: number) => ['{more}', count] as const

function redactItems(gate: Gate, items: readonly unknown[], name: string, depth: number, room: Room): unknown {
  const told: unknown[] = []
  for (const item of items) {
    if (room.left <= 0) return [...told, `{${items.length - told.length} more}`]
    told.push(redactItem(gate, item, name, depth, room))
  }
  return told
}

/** Pieces of a number may stand in a list, one beside the other. */
function redactItem(gate: Gate, item: unknown, name: string, depth: number, room: Room): unknown {
  const piece =
    (typeof item === 'number' || typeof item === 'string') && /^\D{0,3}(?:\d\D{0,3}){4,}$/.test(String(item))
  const shownOtherwise = /^(?:count|enum|date|)$/.test(treatmentOf(name) ?? '')
  return piece && shownOtherwise && !isDate(String(item))
    ? gate.mask(kindByShape(String(item)), item)
    : redactValue(gate, item, name, depth, room)
}

/** `identifier.value` is a number of a person or an organisation, also when its check digits are wrong (catalogue 2.2). */
const nameOf = (key: string, holder: object) =>
  key === 'value' && 'type' in holder && identifierTypes.has(holder.type) ? 'id' : key
const identifierTypes = new Set<unknown>(['nationalIdentityNumber', 'countryIdentificationCode'])

/** The name of a member is text of the bank's like any other: it is shown when it looks like one and names nobody. */
export function redactName(gate: Gate, name: string): string {
  if (isKnownName(name) || isMemberName(name)) return gate.own(name)
  return isIdentifierLike(name) && !gate.holds(name) ? name : gate.mask(kindByShape(plainDigits(name) ?? name), name)
}

/** A JSON pointer (RFC 6901), or the path of an element: its steps are places in lists, or names. */
export const redactPointer = (gate: Gate, pointer: string): string =>
  pointer
    .split('/')
    .map((step) => (step === '' || /^\d{1,5}$/.test(step) ? step : redactStep(gate, step)))
    .join('/')

/** `laan[2]` is the second of that name, and `@id` an attribute. */
function redactStep(gate: Gate, step: string): string {
  const [, before = '', name = step, after = ''] = /^(@?)(.*?)(\[\d{1,5}\])?$/s.exec(step) ?? []
  return `${before}${redactName(gate, name)}${after}`
}

function redactText(gate: Gate, text: string, treatment: Treatment | null): string {
  if (treatment !== 'secret' && isPlainText(text)) return gate.own(text)
  switch (treatment) {
    case 'secret':
      return gate.count('secret', '{secret}')
    case 'prose':
      return gate.free(text)
    case 'url':
      return redactUrl(gate, text)
    case 'id':
      return isErrorCode(text) || /^\d{4}:/.test(text) ? gate.prose(text) : gate.mask(kindOfId(text), text)
    case 'enum':
      return isShownWord(gate, text) || isDate(text) ? gate.own(showBlanks(text)) : gate.mask(kindByShape(text), text)
    case 'date':
      return isDateLike(text) || areDates(text) ? gate.own(showBlanks(text)) : gate.mask('dato', text)
    case 'count':
    case null:
      return areDates(text) || isErrorCode(text) || isTiny(text) ? gate.own(text) : gate.mask(kindByShape(text), text)
    default:
      return gate.mask(treatment, text)
  }
}

/** Too short to be anybody's, and the difference between `"400"` and `400` is what a reader wants to see. */
const isTiny = (text: string) => /^\d{1,3}$/.test(text)

/** Words of the standard in any writing; other words and codes when no name stands in them. */
const isShownWord = (gate: Gate, text: string) =>
  isStandardWord(text) || ((isEnumLike(text) || isCodeLike(text)) && !gate.holds(text))

/** A longer number could be a piece of somebody's; whatever is an enumeration has no more than a status has. */
const mostCounted = 9999
const mostCode = 999

function redactNumber(gate: Gate, value: number, treatment: Treatment | null): unknown {
  if (treatment === 'secret') return gate.count('secret', '{secret}')
  const most = treatment === 'count' ? mostCounted : treatment === 'enum' ? mostCode : -1
  if (Number.isInteger(value) && Math.abs(value) <= most) return shownNumber(gate, value)
  if (/^(?:url|date|prose|enum|count)$/.test(treatment ?? '')) return gate.mask('tall', value)
  if (treatment === 'id') return gate.mask(kindOfId(String(value)), value)
  if (treatment === null) return gate.mask('tall', value)
  return gate.mask(treatment as Parameters<Gate['mask']>[0], value)
}

/** A number stays a number unless the run has known it. */
export function shownNumber(gate: Gate, value: number): unknown {
  const text = gate.own(String(value))
  return text === String(value) ? value : text
}
