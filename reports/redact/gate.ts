import { consumerOrganisationNumber } from '../../contracts/kontrollinformasjon/profile.ts'
import { type Counts, createCounts } from './counts.ts'
import { createHarvest, type Harvest } from './harvest.ts'
import { createFinder, type Found, type Known } from './known.ts'
import { joined, matches, type Place, replaceIn } from './pieces.ts'
import { createPseudonyms, type Kind, type Pseudonyms } from './pseudonyms.ts'
import { drawn, leave, ownSteps, proseSteps } from './steps.ts'
import { isBareSignature, sealedTexts } from './tokens.ts'
import { namesOf, wordsOfUnknownNames } from './unknown-names.ts'
import { createNameWords } from './words-of-names.ts'

/** The one gate through which everything goes that is told. */

export interface Gate {
  /** Replaces only what the run has known, keys and tokens: for texts that the harness wrote by itself. */
  own(text: string): string
  /** For free text: replaces in addition everything that could be somebody's, and keeps the words. */
  prose(text: string): string
  /** The same for what somebody else wrote: words that look like names of persons are replaced too. */
  free(text: string): string
  /** Replaces the whole value by its name; a known identifier by the name that it has in the configuration. */
  mask(kind: Kind, value: string | number): string
  /** Whether the text holds something that the run has known, or a word of somebody's name: then it is not told. */
  holds(text: string): boolean
  /** Numbers that are spread over the text, and what to write instead. */
  numbers(text: string): readonly Place[]
  /** The name of a value that was masked before. */
  masked(value: string): string | undefined
  /** Counts a replacement that is made elsewhere, such as a sealed body. */
  count(name: string, text: string): string
  readonly harvest: Harvest
  readonly pseudonyms: Pseudonyms
  /** How often something was replaced, by kind, in alphabetical order. */
  counts(): Readonly<Record<string, number>>
}

interface GateOptions {
  readonly known: Known
  /** Ids that the harness made, and numbers that are public: they are told. */
  readonly harmless: readonly string[]
}

export function createGate({ known, harmless }: GateOptions): Gate {
  const counts = createCounts()
  const count = counts.add
  const pseudonyms = createPseudonyms()
  const harvest = createHarvest(counts.forget)
  const plain = new Set([consumerOrganisationNumber, ...harmless])
  const find = createFinder(known, true)
  const name = (kind: Kind, value: string | number, place?: Parameters<Pseudonyms['of']>[2]) => {
    const label = pseudonyms.of(kind, value, place)
    return count(label.slice(0, label.indexOf('#')), label)
  }
  const inProse = (kind: Kind, value: string) => name(kind, value, 'prose')
  const knownWords = createNameWords()
  for (const { value } of known.identifiers) knownWords.add(value)
  const notOurs = matches(/\{([^{},]{1,80})(?:,[^{}]{0,80})?\}/g, (text, match) =>
    ours.has(match[1] ?? '') ? inProse('tekst', text) : null,
  )
  const ours = new Set([...placeholders, ...known.identifiers.map((one) => one.name)])
  const findKnown = (text: string) => find(text).map(placeOf(count))
  const own = (text: string) => ownSteps(text, findKnown, count)
  const harvested = (text: string) => harvest.places(text, inProse)
  const inOrder = [leave(plain), notOurs, harvested, ...proseSteps(inProse)]
  const unknown = (whole: string) => {
    const words = wordsOfUnknownNames(whole)
    return (part: string) =>
      namesOf(words, part).map(({ index, length }) => {
        return { index, length, instead: inProse('navn', part.slice(index, index + length)) }
      })
  }
  const holds = (text: string) => find(text).length > 0 || harvest.named(text) || knownWords.in(text)
  const mask = (kind: Kind, value: string | number) =>
    sealedName(kind, value, count) ?? knownName(value, find, count) ?? name(kind, value)
  const numbers = (text: string): readonly Place[] => [...findKnown(text), ...drawn(inProse)(text)]
  return {
    own: (text) => counts.once(`own ${text}`, () => joined(own(text))),
    prose: (text) => counts.once(`prose ${text}`, () => joined(inOrder.reduce(replaceIn, own(text)))),
    free: (text) => counts.once(`free ${text}`, () => joined([...inOrder, unknown(text)].reduce(replaceIn, own(text)))),
    mask: (kind, value) => counts.once(`${kind} ${typeof value} ${value}`, () => mask(kind, value)),
    holds: (text) => counts.once(`holds ${text}`, () => holds(text)),
    numbers: (text) => counts.once(`numbers ${text}`, () => numbers(text)),
    masked: (value) => pseudonyms.known(value),
    count,
    harvest,
    pseudonyms,
    counts: counts.all,
  }
}

/** What this gate writes: a bank that writes the same must not pass it off as ours. */
const placeholders = ['secret', 'JWT', 'JWE', 'PEM', 'signatur', 'unknown', 'nested too deep', 'more', 'JSON']

/** A token is no value to be told apart from others: it is named, and nothing else is said of it. */
function sealedName(kind: Kind, value: string | number, count: Counts['add']): string | null {
  if (typeof value === 'number') return null
  // A handle of the bank's own making may be as long as a signature.
  if (kind === 'tekst' && isBareSignature(value)) return count('JWT', '{signatur}')
  const [first] = sealedTexts(value)
  if (first === undefined) return null
  return count(first.kind, first.text.length === value.trim().length ? `{${first.kind}}` : `{${first.kind}, med mer}`)
}

/** The name of a value that the run has known. A number may have lost the zero that it began with. */
function knownName(
  value: string | number,
  find: (text: string) => readonly Found[],
  count: Counts['add'],
): string | null {
  const texts = typeof value === 'number' ? [String(value), String(value).padStart(11, '0')] : [value]
  for (const text of texts) {
    const whole = find(text).find((found) => found.length === text.length)
    if (whole === undefined) continue
    const name = whole.secret || typeof value === 'string' ? whole.name : whole.name.replace(/\}$/, ', som tall}')
    return count(whole.secret ? 'secret' : 'known identifier', name)
  }
  return null
}

const placeOf =
  (count: Counts['add']) =>
  ({ index, length, name, secret }: Found): Place => ({
    index,
    length,
    instead: count(secret ? 'secret' : 'known identifier', name),
  })
