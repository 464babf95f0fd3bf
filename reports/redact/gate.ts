import { consumerOrganisationNumber } from '../../contracts/kontrollinformasjon/profile.ts'
import { plainDigits } from './digits.ts'
import { createHarvest, type Harvest } from './harvest.ts'
import { createFinder, type Found, type Known } from './known.ts'
import { joined, matches, type Piece, type Place, pieces, replaceIn } from './pieces.ts'
import { createPseudonyms, type Kind, type Pseudonyms, pseudonymShape } from './pseudonyms.ts'
import { isWordy, kindByShape } from './shapes.ts'
import { sealedTexts } from './tokens.ts'

/** The one gate through which everything goes that is told. */

export interface Gate {
  /** Replaces only what the run has known, keys and tokens: for texts that the harness wrote by itself. */
  own(text: string): string
  /** For free text: replaces in addition everything that could be somebody's, and keeps the words. */
  prose(text: string): string
  /** Replaces the whole value by its name; a known identifier by the name that it has in the configuration. */
  mask(kind: Kind, value: string | number): string
  /** The name of a value that was masked before. */
  masked(value: string): string | undefined
  /** Counts a replacement that is made elsewhere, such as a sealed body. */
  count(name: string, text: string): string
  readonly harvest: Harvest
  readonly pseudonyms: Pseudonyms
  /** How often something was replaced, by kind, in alphabetical order. */
  counts(): Readonly<Record<string, number>>
}

export interface GateOptions {
  readonly known: Known
  /** Ids that the harness made, and numbers that are public: they are told. */
  readonly harmless: readonly string[]
}

export function createGate({ known, harmless }: GateOptions): Gate {
  const counts = new Map<string, number>()
  const count = (name: string, text: string) => {
    counts.set(name, (counts.get(name) ?? 0) + 1)
    return text
  }
  const pseudonyms = createPseudonyms()
  const harvest = createHarvest()
  const plain = new Set([consumerOrganisationNumber, ...harmless])
  const find = createFinder(known)
  const name = (kind: Kind, value: string | number) => {
    const label = pseudonyms.of(kind, value)
    return count(label.slice(0, label.indexOf('#')), label)
  }
  const findKnown = (text: string) => find(text).map(placeOf(count))
  const own = (text: string) => ownSteps(text, findKnown, count)
  return {
    own: (text) => joined(own(text)),
    prose: (text) =>
      joined(
        [leave(plain), (some: string) => harvest.places(some, name), ...proseSteps(name)].reduce(replaceIn, own(text)),
      ),
    mask: (kind, value) => {
      const [place] = find(String(value))
      return place?.length === String(value).length
        ? joined(replaceIn(pieces(String(value)), findKnown))
        : name(kind, value)
    },
    masked: (value) => pseudonyms.known(value),
    count,
    harvest,
    pseudonyms,
    counts: () => Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

type Count = (name: string, text: string) => string

const placeOf =
  (count: Count) =>
  ({ index, length, name, secret }: Found): Place => ({
    index,
    length,
    instead: count(secret ? 'secret' : 'known identifier', name),
  })

function ownSteps(text: string, findKnown: (text: string) => readonly Place[], count: Count): readonly Piece[] {
  const findSealed = (some: string) =>
    sealedTexts(some).map(({ kind, index, text: found }) => ({
      index,
      length: found.length,
      instead: count(kind, `{${kind}}`),
    }))
  const findCredentials = matches(/(?<=:\/\/)[^\s/@]{1,200}@/g, () => count('secret', '{secret}@'))
  return [findSealed, findKnown, findCredentials].reduce(replaceIn, pieces(text))
}

/** Ids of the harness and public numbers stay, and are not looked at again. */
const leave = (plain: ReadonlySet<string>) =>
  matches(/[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*/g, (text) => (plain.has(text) ? text : null))

/** In this order: what is most certain to be somebody's comes first. */
function proseSteps(name: (kind: Kind, value: string) => string) {
  const asDigits = (text: string) => name(kindByShape(plainDigits(text) ?? text), text)
  const asToken = (text: string) => (/^\d+$/.test(text) || isWordy(text) ? null : name(kindByShape(text), text))
  return [
    matches(pseudonymShape, (text) => name('tekst', text)),
    matches(/[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, (text) => name('e-post', text)),
    matches(/(?<![\p{L}\p{N}])[A-Z]{2}\d{2}[A-Z0-9]{11,30}(?![\p{L}\p{N}])/gu, (text) => name('konto', text)),
    matches(
      /(?<!\d)(?:\d{4}[ .\u00a0]\d{2}[ .\u00a0]\d{5}|\d{6}[ \u00a0-]\d{5}|\d{3}[ \u00a0]\d{3}[ \u00a0]\d{3})(?!\d)/g,
      asDigits,
    ),
    matches(/(?<![\d.,])-?\d{1,3}(?:[ .\u00a0]?\d{3})*,\d{2}(?![\d,])/g, (text) => name('beløp', text)),
    matches(/[A-Za-z0-9+/_=%~-]{16,}/g, asToken),
    matches(/\d{6,}/g, asDigits),
  ]
}
