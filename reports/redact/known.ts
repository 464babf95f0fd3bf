import type { Identifier } from '../../contracts/report/report.ts'
import { spelling } from './digits.ts'
import { createNumberFinder } from './found-numbers.ts'
import { createFragmentFinder } from './fragments.ts'
import { createExactNeedles, createNeedles } from './needles.ts'
import { longWritings, needlesOf, writings } from './writings.ts'

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

/** Shorter texts cannot be hidden without hiding everything else; a short password is a word of every report. */
const shortest = { identifier: 4, secret: 8 } as const
/** Longer ones, such as hundreds of tokens, are sought as they are: a pattern of all their writings would be endless. */
const longest = 64

interface Sought {
  readonly value: string
  readonly name: string
}

/** @param fragments also parts of long secrets, with anything between their characters; for one text, not for a document */
export function createFinder({ identifiers, secrets }: Known, fragments = false): Finder {
  const told = [...secrets.map((value) => ({ value, name: 'secret' })), ...identifiers]
  const sought = [...new Map(told.map((one) => [one.value, one])).values()]
    .filter(({ value, name }) => value.length >= shortest[name === 'secret' ? 'secret' : 'identifier'])
    .sort((a, b) => b.value.length - a.value.length || (a.value < b.value ? -1 : 1))
  const findShort = remembering(shortFinder(sought.filter(({ value }) => value.length <= longest)))
  const findLong = longFinder(sought.filter(({ value }) => value.length > longest))
  const long = sought.filter(({ value, name }) => value.length > longest && name === 'secret')
  const findFragments = createFragmentFinder(fragments ? long.map(({ value }) => value) : [])
  const findParts: Finder = (text) =>
    findFragments(text).map(({ index, length, of }) =>
      found(long[of] as Sought, index, text.slice(index, index + length)),
    )
  const exact = new Map(sought.map((one) => [one.value, one]))
  return (text) => {
    // Most values that are masked are known from end to end: no pattern is needed for them.
    const whole = exact.get(text)
    return whole === undefined ? [...findLong(text), ...findParts(text), ...findShort(text)] : [found(whole, 0, text)]
  }
}

/** However its digits are grouped and whatever script they are in. */
function spacedFinder(sought: readonly Sought[]): Finder {
  const findNumbers = createNumberFinder(new Map(sought.map((one) => [one.value, one])))
  return (text) =>
    findNumbers(text).map(({ value, index, length }) => found(value, index, text.slice(index, index + length)))
}

/** One pass says which values can be there at all; only for those the exact pattern of all writings is tried. */
function shortFinder(sought: readonly Sought[]): Finder {
  const needles = createNeedles(sought.map(({ value }) => needlesOf(value)))
  const patterns = new Map<Sought, RegExp>()
  const patternOf = (one: Sought) => {
    const pattern = patterns.get(one) ?? new RegExp(writings(one.value).join('|'), 'giu')
    patterns.set(one, pattern)
    return pattern
  }
  const findOne = (one: Sought, text: string) =>
    [...text.matchAll(patternOf(one))].map((match) => found(one, match.index, match[0]))
  const findSpaced = spacedFinder(sought)
  return (text) => {
    const candidates = needles.candidates(text)
    const inOrder = [...candidates].sort((a, b) => a - b)
    const exact = inOrder.flatMap((index) => findOne(sought[index] as Sought, text))
    return [...exact, ...findSpaced(text).filter((place) => !exact.some((one) => covers(one, place)))]
  }
}

const covers = (one: Found, other: Found) =>
  one.index <= other.index && one.index + one.length >= other.index + other.length

function longFinder(sought: readonly Sought[]): Finder {
  const needles = sought.flatMap((one) => longWritings(one.value).map((needle) => ({ needle, one })))
  const least = Math.min(...needles.map(({ needle }) => needle.length))
  const there = createExactNeedles(needles.map(({ needle }) => needle))
  return (text) => {
    if (text.length < least) return []
    const candidates = there.candidates(text)
    return findNeedles(
      needles.filter((_, index) => candidates.has(index)),
      text,
    )
  }
}

/** A body says `disabled` a thousand times. */
function remembering(find: Finder): Finder {
  const seen = new Map<string, readonly Found[]>()
  return (text) => {
    if (text.length > longest) return find(text)
    const before = seen.get(text)
    if (before !== undefined) return before
    const found = find(text)
    seen.set(text, found)
    return found
  }
}

interface Needle {
  readonly needle: string
  readonly one: Sought
}

function findNeedles(needles: readonly Needle[], text: string): readonly Found[] {
  return needles.flatMap(({ needle, one }) => {
    const all: Found[] = []
    for (let index = text.indexOf(needle); index >= 0; index = text.indexOf(needle, index + needle.length)) {
      all.push(found(one, index, needle))
    }
    return all
  })
}

function found({ value, name }: Sought, index: number, text: string): Found {
  const secret = name === 'secret'
  const written = (text.replace(/\D/g, '') === value ? spelling(text) : null) ?? 'annerledes'
  const note = secret || text === value ? '' : `, skrevet ${written}`
  return { index, length: text.length, name: `{${name}${note}}`, secret }
}
