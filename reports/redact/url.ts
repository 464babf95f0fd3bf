import type { Gate } from './gate.ts'
import { treatmentOf } from './kinds.ts'
import { type Place, pieces, replaceIn } from './pieces.ts'
import { isPlainSegment, isPlainText } from './plain-texts.ts'
import { isDate, isIdentifierLike, isWordy, kindByShape } from './shapes.ts'

/** Addresses and paths: what belongs to the interface is shown, what stands for somebody is masked. */
export function redactUrl(gate: Gate, url: string): string {
  const [, origin = '', path = '', , query, , fragment] =
    /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*|\/\/[^/?#]*)?([^?#]*)(\?([^#]*))?(#(.*))?$/is.exec(url) ?? []
  if (origin === '' && path === '' && query === undefined) return gate.mask('tekst', url)
  const asked = query === undefined ? '' : `?${redactQuery(gate, query)}`
  const after = fragment === undefined ? '' : `#${gate.mask('tekst', fragment)}`
  return `${gate.prose(origin)}${redactPath(gate, path)}${asked}${after}`
}

/** A number may be spread over several segments: the whole path is looked at before its parts are. */
function redactPath(gate: Gate, path: string): string {
  const spread = (text: string): readonly Place[] =>
    gate
      .numbers(text)
      .flatMap((place) =>
        text.slice(place.index, place.index + place.length).includes('/') ? [widened(gate, text, place)] : [],
      )
  return replaceIn(pieces(path), spread)
    .map(({ text, done }) => (done ? text : redactSegments(gate, text)))
    .join('')
}

/** Whatever else stands in a segment that holds a part of a number goes with it. */
function widened(gate: Gate, path: string, { index, length, instead }: Place): Place {
  const from = path.lastIndexOf('/', index - 1) + 1
  const next = path.indexOf('/', index + length)
  const to = next < 0 ? path.length : next
  const exact = from === index && to === index + length
  return { index: from, length: to - from, instead: exact ? instead : gate.mask('referanse', path.slice(from, to)) }
}

function redactSegments(gate: Gate, path: string): string {
  const segments = path.split('/')
  return segments
    .map((segment, at) => (segments[at - 1] === 'accounts' ? reference(gate, segment) : redactSegment(gate, segment)))
    .join('/')
}

/** Behind `accounts` stands a handle of the bank's own making (catalogue 1.3), whatever it looks like. */
const reference = (gate: Gate, segment: string) => (segment === '' ? '' : gate.mask('referanse', decoded(segment)))

function redactSegment(gate: Gate, segment: string): string {
  if (segment === '' || isPlainSegment(segment)) return segment
  const parts = segment.split(/(::?|%3A|\.)/i)
  if (/^[\w.:%-]+$/.test(segment) && parts.every(isWordyOrNumber))
    return gate.own(parts.map((part) => gate.prose(part)).join(''))
  return gate.mask('referanse', decoded(segment))
}

/** The parts of `iso6523-actorid-upis::0192:910000004`: the number itself is for the prose gate. */
const isWordyOrNumber = (part: string, at: number) => at % 2 === 1 || isWordy(part) || /^\d+$/.test(part)

function redactQuery(gate: Gate, query: string): string {
  return query
    .split('&')
    .map((pair) => {
      const [name = '', ...rest] = pair.split('=')
      return rest.length === 0
        ? gate.mask('tekst', decoded(name))
        : `${queryName(gate, name)}=${queryValue(gate, name, decoded(rest.join('=')))}`
    })
    .join('&')
}

/** Names of parameters are shown as names of members are. */
const queryName = (gate: Gate, name: string) =>
  treatmentOf(name) !== null || (isIdentifierLike(name) && !gate.holds(name))
    ? gate.own(name)
    : gate.mask('tekst', decoded(name))

export function queryValue(gate: Gate, name: string, value: string): string {
  const treatment = treatmentOf(name)
  if (value === '' || isDate(value) || /^(?:true|false)$/i.test(value) || isPlainText(value)) return value
  if (treatment === 'count' && /^\d{1,4}$/.test(value)) return value
  return gate.mask(treatment === 'date' ? 'dato' : kindByShape(value), value)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
