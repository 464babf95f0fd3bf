/** Answers a mistyped word with the known ones that the writer may have meant. */

const most = 3

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
export function distance(one: string, other: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1
      const cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + same)
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      row.push(swapped ? Math.min(cost, at(beforeLast, j - 2) + 1) : cost)
    }
    beforeLast = last
    last = row
  }
  return at(last, other.length)
}

const at = (row: readonly number[], index: number) => row[index] ?? Number.POSITIVE_INFINITY

/**
 * The known words that lie near, nearest first and at most three, whatever their case. Empty when none is near:
 * a third of the word, and at least two letters, may be wrong.
 */
export function nearest(word: string, known: Iterable<string>): readonly string[] {
  const wanted = word.trim().toLowerCase()
  const limit = Math.max(2, Math.floor(wanted.length / 3))
  return [...new Set(known)]
    .filter((candidate) => Math.abs(candidate.length - wanted.length) <= limit)
    .map((candidate) => ({ candidate, far: distance(wanted, candidate.toLowerCase()) }))
    .filter(({ candidate, far }) => far <= limit && far < candidate.length)
    .sort((one, other) => one.far - other.far)
    .slice(0, most)
    .map(({ candidate }) => candidate)
}
