import { drawnNumbers } from './chains.ts'
import { hasIdentityCheckDigits, isAccountNumber } from './digits.ts'
import { createFinder, type Finder, type Known } from './known.ts'
import { sealedTexts } from './tokens.ts'

/** The last look at every document before it is handed out. It trusts nothing that redaction did. */

export interface Leak {
  readonly document: string
  /** What it is, never the value itself. */
  readonly kind: 'national identity number' | 'account number' | 'JWT' | 'JWE' | 'PEM' | 'known identifier' | 'secret'
  readonly line: number
  readonly column: number
}

export class LeakError extends Error {
  readonly code = 'leak'
  readonly leaks: readonly Leak[]
  constructor(leaks: readonly Leak[]) {
    const [first] = leaks
    const where =
      first === undefined ? '' : `${first.kind} in ${first.document}, line ${first.line}, column ${first.column}`
    const more = leaks.length > 1 ? `, and ${leaks.length - 1} more` : ''
    super(
      `redaction let something through: ${where}${more}. No document is handed out. Please report this as a defect.`,
    )
    this.name = 'LeakError'
    this.leaks = leaks
  }
}

/** Enough to find the defect; a document that leaks everywhere needs no complete list. */
const mostLeaks = 100

/**
 * @param documents name → text; leave out what is encrypted
 * @param allowed whole tokens that look like numbers of persons and are not, such as the seed
 * @throws {LeakError}
 */
export function scan(documents: ReadonlyMap<string, string>, known: Known, allowed: readonly string[] = []): void {
  const find = createFinder(known)
  const leaks = [...documents].flatMap(([document, text]) => leaksIn(document, text, find, allowed))
  if (leaks.length > 0) throw new LeakError(leaks.slice(0, mostLeaks))
}

function leaksIn(document: string, text: string, find: Finder, allowed: readonly string[]): readonly Leak[] {
  const known = find(text).map(({ index, secret }): Hit => ({ kind: secret ? 'secret' : 'known identifier', index }))
  return [...numbers(text, allowed), ...sealed(text), ...known].map(({ kind, index }) => ({
    document,
    kind,
    ...position(text, index),
  }))
}

interface Hit {
  readonly kind: Leak['kind']
  readonly index: number
}

/**
 * Whole tokens only: one in forty SHA-256 values contains an account number. An escaped line break ends in a letter
 * that belongs to no token.
 */
const numberLike = /(?<=^|[^\p{L}\p{N}]|\\[nrtbf]|\\u[0-9a-f]{4})\d{11}(?![\p{L}\p{N}])/giu

function numbers(text: string, allowed: readonly string[]): readonly Hit[] {
  const whole = [...text.matchAll(numberLike)].flatMap((match) =>
    allowed.includes(match[0]) ? [] : hit(validityOf(match[0]), match.index),
  )
  return [...whole, ...drawnNumbers(withoutLabels(text, allowed)).flatMap(({ valid, index }) => hit(valid, index))]
}

/** `{P1.id, skrevet 6 5}`, and `navn#1`: their digits belong to no number that stands beside them. */
const label = /\{[A-Z]\w{0,8}\.[\w.[\]#]{1,60}(?:, [^{}]{1,60})?\}|(?<=[a-zø]#)\d{1,5}(?: \([^()]{1,80}\))?/g

/** What is ours, as letters: no number is drawn together across it. Places stay. */
function withoutLabels(text: string, allowed: readonly string[]): string {
  const plain = text.replace(label, (some) => 'x'.repeat(some.length))
  return allowed.reduce((some, one) => (one.length < 6 ? some : some.replaceAll(one, 'x'.repeat(one.length))), plain)
}

const hit = (kind: Hit['kind'] | null, index: number): readonly Hit[] => (kind === null ? [] : [{ kind, index }])

function validityOf(digits: string): 'national identity number' | 'account number' | null {
  if (hasIdentityCheckDigits(digits)) return 'national identity number'
  return isAccountNumber(digits) ? 'account number' : null
}

const sealed = (text: string): readonly Hit[] => sealedTexts(text).map(({ kind, index }) => ({ kind, index }))

function position(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index)
  return { line: before.split('\n').length, column: index - before.lastIndexOf('\n') }
}
