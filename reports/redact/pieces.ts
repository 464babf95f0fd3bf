/** A text in which some places have been replaced already: what was put in is not looked at again. */

export type Piece = { readonly text: string; readonly done: boolean }

export const pieces = (text: string): readonly Piece[] => [{ text, done: false }]

export const joined = (all: readonly Piece[]) => all.map(({ text }) => text).join('')

/** Where something stands in a text, and what to write instead. */
export interface Place {
  readonly index: number
  readonly length: number
  readonly instead: string
}

/** Replaces what `find` finds in the places that are left. Places may come in any order; the first of two that overlap wins. */
export function replaceIn(all: readonly Piece[], find: (text: string) => readonly Place[]): readonly Piece[] {
  return all.flatMap((piece) => (piece.done ? [piece] : cut(piece.text, find(piece.text))))
}

function cut(text: string, places: readonly Place[]): readonly Piece[] {
  const result: Piece[] = []
  let from = 0
  for (const { index, length, instead } of places.toSorted((a, b) => a.index - b.index)) {
    if (index < from) continue
    result.push({ text: text.slice(from, index), done: false }, { text: instead, done: true })
    from = index + length
  }
  return [...result, { text: text.slice(from), done: false }].filter((piece) => piece.text !== '')
}

/** Places of a pattern. Null leaves one as it is. */
export const matches =
  (pattern: RegExp, name: (text: string, match: RegExpMatchArray) => string | null) =>
  (text: string): readonly Place[] =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const instead = name(match[0], match)
      return instead === null ? [] : [{ index: match.index ?? 0, length: match[0].length, instead }]
    })
