import { type Document, isMap, isNode, isScalar, isSeq, type LineCounter } from 'yaml'

/** Where in the file something stands, so that a message can lead there. */

type Step = string | number

/** The line of the key or item; of the nearest thing around it when it is missing. */
export function lineOf(document: Document, lines: LineCounter, steps: readonly Step[]): number {
  let node: unknown = document.contents
  let offset = 0
  for (const step of steps) {
    const next = into(node, String(step))
    if (next === null) break
    offset = next.offset ?? offset
    node = next.value
  }
  return lines.linePos(offset).line
}

function into(node: unknown, step: string): { readonly offset: number | undefined; readonly value: unknown } | null {
  if (isSeq(node)) {
    const value = node.items[Number(step)]
    return isNode(value) ? { offset: value.range?.[0], value } : null
  }
  if (!isMap(node)) return null
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === step)
  if (pair === undefined) return null
  return { offset: isNode(pair.key) ? pair.key.range?.[0] : undefined, value: pair.value }
}
