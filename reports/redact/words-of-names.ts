/** Words of names of persons and of known values: where one stands, a text is not a word of the standard. */

const wordsOf = (text: string) =>
  text
    .replace(/(?<=[\p{Ll}\d])(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .match(/\p{L}+/gu) ?? []

interface NameWords {
  add(text: string): void
  /** Whether any word of the text, in camel case or between separators, or the whole of it, is a word of a name. */
  in(text: string): boolean
}

/** Initials and the likes of `AS` stand in every other text. */
const shortest = 3

export function createNameWords(): NameWords {
  const words = new Set<string>()
  return {
    add: (text) => {
      for (const word of wordsOf(text)) if (word.length >= shortest) words.add(word)
    },
    in: (text) => words.size > 0 && (wordsOf(text).some((word) => words.has(word)) || words.has(text.toLowerCase())),
  }
}
