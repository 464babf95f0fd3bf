import type { Mark, MarkedLine } from './place.ts'

/** As many of the lines as there is room for, and how many are left out between them. */
export type Picked<M extends Mark> = MarkedLine<M> | { readonly left: number }

/** Around a mark. */
const beside = 2

/** What is marked comes first, with what stands around it and what holds it; then everything else, from the top. */
export function pick<M extends Mark>(all: readonly MarkedLine<M>[], room: number): readonly Picked<M>[] {
  if (all.length <= room) return all
  const kept = new Set<number>()
  const keep = (at: number) => {
    if (kept.size < room && at >= 0 && at < all.length) kept.add(at)
  }
  const marked = all.flatMap(({ marks }, at) => (marks.length > 0 ? [at] : []))
  for (const at of marked) keep(at)
  for (const at of marked) for (const holder of holders(all, at)) keep(holder)
  for (const at of marked) for (let away = 1; away <= beside; away += 1) [at - away, at + away].forEach(keep)
  for (let at = 0; kept.size < room && at < all.length; at += 1) keep(at)
  return folded(all, kept)
}

/** The lines that begin what the line stands in. */
function holders<M extends Mark>(all: readonly MarkedLine<M>[], at: number): readonly number[] {
  const found: number[] = []
  let depth = all[at]?.line.depth ?? 0
  for (let above = at - 1; above >= 0 && depth > 0; above -= 1) {
    const line = all[above]?.line
    if (line === undefined || line.depth >= depth || line.kind === 'end') continue
    found.push(above)
    depth = line.depth
  }
  return found
}

function folded<M extends Mark>(all: readonly MarkedLine<M>[], kept: ReadonlySet<number>): readonly Picked<M>[] {
  const shown: Picked<M>[] = []
  let left = 0
  all.forEach((line, at) => {
    if (!kept.has(at)) {
      left += 1
      return
    }
    if (left > 0) shown.push({ left })
    left = 0
    shown.push(line)
  })
  return left > 0 ? [...shown, { left }] : shown
}
