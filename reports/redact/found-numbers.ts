import { chainsIn, type Group } from './chains.ts'

/** Known numbers in a text, with anything between their groups of digits, in any script. */

interface NumberAt<Value> {
  readonly value: Value
  readonly index: number
  readonly length: number
}

/** Shorter numbers are found as they stand. */
const leastDigits = 9

/** @param numbers digits → whatever it is the number of */
export function createNumberFinder<Value>(
  numbers: ReadonlyMap<string, Value>,
): (text: string) => readonly NumberAt<Value>[] {
  const known = new Map([...numbers].filter(([digits]) => /^\d+$/.test(digits) && digits.length >= leastDigits))
  const lengths = [...new Set([...known.keys()].map((digits) => digits.length))]
  if (lengths.length === 0) return () => []
  const least = Math.min(...lengths)
  return (text) => chainsIn(text, least).flatMap((chain) => lengths.flatMap((length) => inChain(chain, length, known)))
}

/** A number that stands in several groups begins with one and ends with one; inside a group it may stand anywhere. */
function inChain<Value>(
  chain: readonly Group[],
  length: number,
  known: ReadonlyMap<string, Value>,
): readonly NumberAt<Value>[] {
  return chain.flatMap((first, at) => {
    const found = inGroup(first, length, known)
    let digits = ''
    for (let to = at; to < chain.length && digits.length < length; to++) {
      const group = chain[to] as Group
      digits += group.digits
      const value = digits.length === length && to > at ? known.get(digits) : undefined
      if (value !== undefined) found.push({ value, index: first.index, length: group.end - first.index })
    }
    return found
  })
}

function inGroup<Value>(group: Group, length: number, known: ReadonlyMap<string, Value>): NumberAt<Value>[] {
  const { digits, index, end } = group
  const found: NumberAt<Value>[] = []
  for (let at = 0; at + length <= digits.length; at++) {
    const value = known.get(digits.slice(at, at + length))
    // With other writings of a digit the places inside the group are not known: all of it goes.
    const exact = end - index === digits.length
    if (value !== undefined)
      found.push(exact ? { value, index: index + at, length } : { value, index, length: end - index })
  }
  return found
}
