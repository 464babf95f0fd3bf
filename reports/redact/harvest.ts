import type { Place } from './pieces.ts'
import type { Kind } from './pseudonyms.ts'
import { createNameWords } from './words-of-names.ts'

/** Values that were seen where their name said what they are, sought again in free text: a name has no shape. */

export interface Harvest {
  add(kind: Kind, value: string): void
  /** Whether a word of somebody's name stands in the text. */
  named(text: string): boolean
  places(text: string, name: (kind: Kind, value: string) => string): readonly Place[]
}

/** A short or plain word would be found in texts that mean something else by it. */
const isDistinct = (value: string) =>
  value.length >= 6 && value.length <= 200 && /[\p{L}\p{N}]+[^\p{L}]+[\p{L}\p{N}]/u.test(value)

const words = /[\p{L}\p{N}]+/gu

/** @param changed called whenever more is known than before */
export function createHarvest(changed: () => void = () => undefined): Harvest {
  const names = createNameWords()
  /** By the first word, in lower case: thousands of values cost one look-up for each word of a text. */
  const byFirstWord = new Map<string, Map<string, { readonly kind: Kind; readonly value: string }>>()
  return {
    add: (kind, value) => {
      changed()
      if (kind === 'navn') names.add(value)
      const first = value.match(words)?.[0].toLowerCase()
      if (first === undefined || !isDistinct(value) || !value.toLowerCase().startsWith(first)) return
      const some = byFirstWord.get(first) ?? new Map()
      if (!some.has(value.toLowerCase())) some.set(value.toLowerCase(), { kind, value })
      byFirstWord.set(first, some)
    },
    named: (text) => names.in(text),
    places: (text, name) => {
      const lower = text.toLowerCase().length === text.length ? text.toLowerCase() : text
      return [...lower.matchAll(words)].flatMap(({ 0: word, index }) => {
        const [longest] = [...(byFirstWord.get(word)?.entries() ?? [])]
          .filter(([value]) => lower.startsWith(value, index) && endsThere(lower, index + value.length))
          .sort(([a], [b]) => b.length - a.length)
        if (longest === undefined) return []
        return [{ index, length: longest[0].length, instead: name(longest[1].kind, longest[1].value) }]
      })
    },
  }
}

const endsThere = (text: string, end: number) => !/^[\p{L}\p{N}]/u.test(text.slice(end, end + 2))
