import type { Gate } from './gate.ts'
import { isIdentifierLike } from './shapes.ts'

/** What a validator of XML says of an element: its words, without the values that it quotes. */

/** `Element 'saldo': 'NaN' is not a valid value of the atomic type 'xs:decimal'.` */
export const isViolation = (text: string): boolean =>
  /^Element '[^']{1,200}'(?:, attribute '[^']{1,200}')?: /.test(text)

/** `mask`: the value of the element, as it is told everywhere else. */
export function redactViolation(gate: Gate, text: string, mask: (value: string) => string): string {
  const pieces = text.split(/'([^']*)'/)
  return pieces.map((piece, at) => (at % 2 === 0 ? gate.free(piece) : `'${quoted(gate, piece, mask)}'`)).join('')
}

const quoted = (gate: Gate, piece: string, mask: (value: string) => string) =>
  (isIdentifierLike(piece) || /^xs:[A-Za-z]{1,30}$/.test(piece) || isPattern(piece)) && !gate.holds(piece)
    ? piece
    : mask(piece)

/** Patterns of our own schemas (contracts/dsve/schemas). */
const isPattern = (piece: string) => /^\[0-9\]\{\d{1,2}(?:,\d{1,2})?\}$/.test(piece)
