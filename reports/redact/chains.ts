import { digitOfScript, hasIdentityCheckDigits, isAccountNumber } from './digits.ts'

/** Groups of digits that somebody may read as one number, whatever stands between them and however it is escaped. */

export interface Group {
  /** ASCII digits, whatever script they were written in. */
  readonly digits: string
  readonly index: number
  readonly end: number
}
/** Groups with at most three characters between each two, none of them a letter. */
type Chain = readonly Group[]

const digit = String.raw`(?:%(?:25)?3\d|\\u003\d|&(?:amp;)?#(?:0*(?:4[89]|5[0-7])|x0*3\d);|[0-9]|(?![\x00-\x7f])\p{N})`
const between = String.raw`(?:%(?:25)?[0-9a-f]{2}|\\u[0-9a-f]{4}|\\[nrtbf]|&(?:amp;)?(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});|[^\p{L}\p{N}])`
const silent = String.raw`(?:\p{Cf}|\\u200[b-f]|\\u00ad|\\ufeff|%E2%80%8[b-f]|&(?:amp;)?shy;)`
const plainDigit = String.raw`\p{N}`
const plainBetween = String.raw`[^\p{L}\p{N}]`

const chainOf = (one: string, gap: string) => new RegExp(`${one}(?:${silent}*(?:${gap}${silent}*){0,3}${one})*`, 'giu')
/** Escapes between groups are matched too, so that their digits are not taken for a group. */
const groupOf = (one: string, gap: string) => new RegExp(`(${one}(?:${silent}*${one})*)|${silent}|${gap}`, 'giu')
/** `1%91` is `1`, an escape, or `1`, a per cent sign and `91`: both readings are tried. */
const readings = [
  { chain: chainOf(digit, between), group: groupOf(digit, between), digit: new RegExp(digit, 'giu') },
  { chain: chainOf(plainDigit, plainBetween), group: groupOf(plainDigit, plainBetween), digit: /\p{N}/gu },
] as const
const escapes = /[%\\&]/
/** Digits behind this are the code of a character, which a document writes that the gate has not seen. */
const code = /(?:\\u|&#)$/

/** @param least digits that a chain must have to be of interest */
export function chainsIn(text: string, least: number): readonly Chain[] {
  if (text.length < least || !/\p{N}/u.test(text)) return []
  const some = escapes.test(text) ? readings : readings.slice(1)
  const all = some.flatMap((reading) =>
    // One by one: a record of load has half a million chains, and hardly any of them is of interest.
    text
      .matchAll(reading.chain)
      .filter((match) => match[0].length >= least && mayHold(match[0], least))
      .map((match) => groupsIn(match[0], match.index, reading))
      .filter(
        (groups) => reading === readings[0] || !groups.some(({ index }) => code.test(text.slice(0, index).slice(-2))),
      )
      .toArray(),
  )
  const distinct = new Map(
    all.map((groups) => [groups.map(({ digits, index }) => `${index} ${digits}`).join(), groups]),
  )
  return [...distinct.values()].filter((groups) => groups.reduce((sum, { digits }) => sum + digits.length, 0) >= least)
}

const plainText = /^[\t\n\r -~]*$/

/** Most chains are days, times and ids: in a text of ASCII without escapes, digits are what is between 0 and 9. */
function mayHold(text: string, least: number): boolean {
  if (escapes.test(text) || !plainText.test(text)) return true
  let digits = 0
  for (let at = 0; at < text.length && digits < least; at++) if (isDigit(text.charCodeAt(at))) digits += 1
  return digits >= least
}

const isDigit = (code: number) => code >= 0x30 && code <= 0x39

function groupsIn(text: string, from: number, reading: (typeof readings)[number]): Chain {
  return [...text.matchAll(reading.group)]
    .filter((match) => match[1] !== undefined)
    .map((match) => ({
      digits: digitsIn(match[0], reading),
      index: from + match.index,
      end: from + match.index + match[0].length,
    }))
}

/** Without a pattern where it is digits as they stand. */
const digitsIn = (text: string, reading: (typeof readings)[number]): string =>
  /^[0-9]+$/.test(text) ? text : [...text.matchAll(reading.digit)].map(([one]) => digitOf(one)).join('')

function digitOf(written: string): string {
  const numeric = /&(?:amp;)?#(?:x0*3(\d)|0*(\d\d));/i.exec(written)
  if (numeric !== null) return numeric[1] ?? String(Number(numeric[2]) - 48)
  if (written.length > 2) return written.at(-1) ?? ''
  const folded = written.normalize('NFKC')
  if (/^[0-9]+$/.test(folded)) return folded
  return /\p{Nd}/u.test(written) ? digitOfScript(written) : ''
}

/** A day, a time, a version, an address with a port: what is readable must not be taken for half a number. */
const readable = [
  /(?<!\d)(?:\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])\.(?:19|20)\d\d)(?!\d)/g,
  /(?<![\d:])(?:[01]\d|2[0-4]):[0-5]\d(?::[0-6]\d(?:[.,]\d{1,9})?)?(?![\d:])/g,
  /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?::\d{1,5})?(?![\d.])/g,
  /(?<![\d.])\d(?:\.(?:0|[1-9]\d?)){1,3}(?![\d.])/g,
] as const

interface Drawn {
  readonly digits: string
  /** Lengths of the groups. */
  readonly lengths: readonly number[]
  readonly index: number
  readonly end: number
  readonly valid: 'national identity number' | 'account number' | null
}

const customary = new Set(['4 2 5', '6 5', '4 7', '6 2 3', '4 4 3'])

/** Eleven digits, in groups or in another script than ours, that are, or are written as, the number of a person or of an account. */
export function drawnNumbers(text: string): readonly Drawn[] {
  const chains = chainsIn(text, 11)
  if (chains.length === 0) return []
  const kept = readable.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: some, index }) => ({ index, end: index + some.length })),
  )
  return chains.flatMap((chain) => chain.flatMap((_group, at) => drawnFrom(text, chain, at, kept)))
}

type Span = { readonly index: number; readonly end: number }

function drawnFrom(text: string, chain: Chain, at: number, kept: readonly Span[]): readonly Drawn[] {
  let length = 0
  let to = at
  while (to < chain.length && length < 11) length += chain[to++]?.digits.length ?? 0
  const groups = chain.slice(at, to)
  const [first, last] = [groups[0], groups.at(-1)]
  if (length !== 11 || first === undefined || last === undefined) return []
  if (groups.length === 1 && last.end - first.index === 11 && /[0-9]{11}/.test(text.slice(first.index, last.end)))
    return []
  const digits = groups.map((group) => group.digits).join('')
  const lengths = groups.map((group) => group.digits.length)
  const span = { index: first.index, end: last.end }
  const gaps = groups.slice(1).map((group, gap) => text.slice(groups[gap]?.end, group.index))
  const usual = customary.has(lengths.join(' '))
  // Half an UUID may look like an account: `…1234-5678-901a…`.
  const sure = /^(?:4 2 5|6 5)$/.test(lengths.join(' '))
  const inWord =
    !sure &&
    (/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, span.index - 2), span.index)) ||
      /^[\p{L}\p{N}]/u.test(text.slice(span.end)))
  if (inWord || kept.some((one) => one.index < span.end && span.index < one.end)) return []
  // `[200, 204, 404, 40]` is a list.
  const list = groups.length > 3 && gaps.some((gap) => gap.includes(','))
  const valid = validity(digits, usual || new Set(gaps).size <= 1, list)
  return valid !== null || sure ? [{ digits, lengths, ...span, valid }] : []
}

function validity(digits: string, usual: boolean, list: boolean): Drawn['valid'] {
  if (list) return null
  if (hasIdentityCheckDigits(digits)) return 'national identity number'
  return usual && isAccountNumber(digits) ? 'account number' : null
}
