import { createHash } from 'node:crypto'

/** Shorter ones are made longer, so that none is hit by chance. */
const fewestCharacters = 12

const digits = '0123456789'
const letterCases = [/[a-z]/, /[A-Z]/] as const

/** How many are tried before what is alike in all references may change as well. */
const triesInForm = 8
const tries = 16

/**
 * A reference of nobody that looks like those of the list: as long as the first, digits for digits, letters from among
 * those that the bank uses, and what is the same in all of them as it is. It follows from the references alone.
 * Null when there is none to take the form from.
 */
export function strangerAmong(references: readonly string[]): string | null {
  const [first] = references
  if (first === undefined || first === '') return null
  const model = first.repeat(Math.ceil(fewestCharacters / first.length))
  const letters = [...new Set(references.join(''))].sort()
  const isShared = (index: number) =>
    references.length > 1 &&
    index < first.length &&
    references.every((one) => one.length === first.length && one[index] === first[index])
  for (let attempt = 0; attempt < tries; attempt++) {
    const bytes = createHash('sha512')
      .update(`${attempt}\n${references.join('\n')}`)
      .digest()
    const keeps = (index: number) => attempt < triesInForm && isShared(index)
    const made = model.replace(/[0-9a-z]/gi, (character, index: number) =>
      keeps(index) ? character : likeness(character, letters, Number(bytes[index % bytes.length]) + index),
    )
    if (!references.includes(made)) return made
  }
  // Nothing in it can be changed, or everything like it is taken.
  return `${model}${digits}`
}

/** Another one of its kind. */
function likeness(character: string, letters: readonly string[], chance: number): string {
  const own = letterCases.find((one) => one.test(character))
  const choices = own === undefined ? [...digits] : letters.filter((one) => own.test(one))
  return choices[chance % choices.length] ?? character
}
