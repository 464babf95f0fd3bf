/**
 * What a parser says: the value under a name that only the parser can give, or what was wrong with it.
 * No parser throws, and no error holds the text that was refused: it may be somebody's number.
 */

declare const brand: unique symbol
/** Text that has passed the parser of that name. */
export type Branded<Name extends string> = string & { readonly [brand]: Name }

/** `encoding`: percent-encoding or UTF-8 is broken. `calendar`: well-formed, but no such day or time exists. */
type Problem = 'not-text' | 'shape' | 'encoding' | 'calendar' | 'check-digit'

interface ParseError {
  readonly problem: Problem
  /** What would have been accepted, for people. */
  readonly expected: string
}

export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: ParseError }

export const parsed = <Value>(value: Value): Parsed<Value> => ({ ok: true, value })

export const refused = (problem: Problem, expected: string): Parsed<never> => ({
  ok: false,
  error: { problem, expected },
})
