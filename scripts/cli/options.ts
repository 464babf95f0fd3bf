import { parseArgs } from 'node:util'
import { nearest } from '../../contracts/nearest.ts'
import { usageError } from './exit.ts'

/** What a command takes. `value` is what stands for the value in the help; without it the option is a switch. */
interface Option {
  readonly value?: string
  readonly help: string
}
export type Options = Readonly<Record<string, Option>>

type Values<O extends Options> = {
  readonly [K in keyof O]?: O[K] extends { readonly value: string } ? string : boolean
}

export interface Parsed<O extends Options> {
  readonly values: Values<O>
  readonly positionals: readonly string[]
}

export function parseOptions<O extends Options>(options: O, args: readonly string[]): Parsed<O> {
  const declared = Object.fromEntries(
    Object.entries(options).map(([name, { value }]) => [
      name,
      { type: value === undefined ? 'boolean' : 'string' } as const,
    ]),
  )
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: declared,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  for (const token of tokens) if (token.kind === 'option') complain(options, token)
  return { values: values as Values<O>, positionals }
}

function complain(options: Options, token: { readonly name: string; readonly value: string | undefined }): void {
  const option = options[token.name]
  if (option === undefined) {
    const [guess] = nearest(token.name, Object.keys(options))
    throw usageError(
      `unknown option ${token.name.length === 1 ? '-' : '--'}${token.name}${guess === undefined ? '' : `; did you mean --${guess}?`}`,
    )
  }
  const hasValue = token.value !== undefined && token.value !== ''
  if (option.value !== undefined && (!hasValue || token.value?.startsWith('--')))
    throw usageError(`--${token.name} needs a value: --${token.name} ${option.value}`)
  if (option.value === undefined && hasValue) throw usageError(`--${token.name} takes no value`)
}

/** Comma-separated words, each one of the known. */
export function oneOrMore<T extends string>(name: string, text: string, known: readonly T[]): readonly T[] {
  return text.split(',').map((word) => {
    const found = known.find((one) => one === word.trim())
    if (found !== undefined) return found
    const guesses = nearest(word, known)
    const hint = guesses.length > 0 ? `did you mean ${guesses.join(' or ')}?` : shown(known)
    throw usageError(`--${name}: "${word}" is not known; ${hint}`)
  })
}

const shown = (known: readonly string[]) =>
  known.length > 12 ? 'samsvar list --faults shows them all' : `known are ${known.join(', ')}`

export function wholeNumber(name: string, text: string, { min, max }: { min: number; max: number }): number {
  const number = Number(text)
  if (/^\d+$/.test(text) && number >= min && number <= max) return number
  throw usageError(`--${name} takes a whole number from ${min} to ${max}, not "${text}"`)
}
