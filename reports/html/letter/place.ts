import { fieldWords } from './field-words.ts'
import type { Line } from './lines.ts'

/** Where something is marked, and what. */
export interface Mark {
  /** As in `Problem.path`. */
  readonly path: string
}

export interface MarkedLine<M extends Mark> {
  readonly line: Line
  readonly marks: readonly M[]
}

/**
 * Every mark on its line. What is not there gets a line at the end of what should hold it; a path that leads nowhere is
 * marked as far as it leads, and in the first line when it does not even begin.
 */
export function place<M extends Mark>(lines: readonly Line[], marks: readonly M[]): readonly MarkedLine<M>[] {
  const known = new Map<string, number>()
  lines.forEach(({ path }, at) => {
    if (!known.has(path)) known.set(path, at)
  })
  const on = Map.groupBy(marks, ({ path }) => placeOf(path, known, lines))
  const missing = Map.groupBy(
    [...on.keys()].filter((path) => !known.has(path)),
    (path) => before(path),
  )
  const ghosts = (holder: string) =>
    (missing.get(holder) ?? []).map((path) => ({
      line: ghost(path, lines[known.get(holder) ?? -1]),
      marks: on.get(path) ?? [],
    }))
  return lines.flatMap((line, at) => {
    const marked = { line, marks: known.get(line.path) === at ? (on.get(line.path) ?? []) : [] }
    if (line.kind === 'end') return [...ghosts(line.path.slice(0, -1)), marked]
    return known.has(`${line.path}/`) ? [marked] : [marked, ...ghosts(line.path)]
  })
}

const before = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/** A line that is there, or what is missing in one that is. */
function placeOf(path: string, known: ReadonlyMap<string, number>, lines: readonly Line[]): string {
  if (known.has(path)) return path
  // Of what is no XML, a place in it may stand in brackets behind the path.
  const begun = lines.find((line) => path.startsWith(`${line.path} (`))
  if (begun !== undefined) return begun.path
  const holder = before(path)
  const holds = lines[known.get(holder) ?? -1]
  if (holds === undefined) return holder === '' ? (lines[0]?.path ?? path) : nearest(holder, known, lines)
  const isName = /^@?[\p{L}_][^\s()*]*$/u.test(path.slice(holder.length + 1))
  return isName && (path.startsWith('/') || holds.kind === 'group') ? path : holder
}

const nearest = (path: string, known: ReadonlyMap<string, number>, lines: readonly Line[]): string =>
  known.has(path) ? path : before(path) === '' ? (lines[0]?.path ?? path) : nearest(before(path), known, lines)

function ghost(path: string, holder: Line | undefined): Line {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\[\d+\]$/, '')
  const plain = name.replace(/^@/, '')
  return {
    path,
    depth: (holder?.depth ?? 0) + 1,
    kind: 'missing',
    name: plain,
    said: fieldWords(plain, holder?.name),
    value: '',
    source: '',
  }
}
