import { drawnNumbers } from './chains.ts'
import type { Counts } from './counts.ts'
import { plainDigits } from './digits.ts'
import { matches, type Piece, type Place, pieces, replaceIn } from './pieces.ts'
import { type Kind, pseudonymShape } from './pseudonyms.ts'
import { isWordy, kindByShape } from './shapes.ts'
import { isBareSignature, sealedTexts } from './tokens.ts'

/** What is replaced in a text, and in which order. */

/** What is no text of anybody's: tokens, whatever the run has known, and what stands before the host of a URL. */
export function ownSteps(
  text: string,
  findKnown: (text: string) => readonly Place[],
  count: Counts['add'],
): readonly Piece[] {
  const findSealed = (some: string) =>
    sealedTexts(some).map(({ kind, index, text: found }) => ({
      index,
      length: found.length,
      instead: count(kind, `{${kind}}`),
    }))
  const findCredentials = matches(/(?<=:\/\/)[^\s/@]{1,200}@/g, () => count('secret', '{secret}@'))
  return [findSealed, findKnown, findCredentials].reduce(replaceIn, pieces(text))
}

/** Ids of the harness and public numbers stay, and are not looked at again. */
export const leave = (plain: ReadonlySet<string>) =>
  matches(/[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*/g, (text) => (plain.has(text) ? text : null))

/** In this order: what is most certain to be somebody's comes first. */
export function proseSteps(name: Name) {
  const asDigits = (text: string) => name(kindByShape(plainDigits(text) ?? text), text)
  const asToken = (text: string) => {
    if (isBareSignature(text)) return '{signatur}'
    return /^\d+$/.test(text) || isWordy(text) ? null : name(kindByShape(text), text)
  }
  return [
    matches(pseudonymShape, (text) => name('tekst', text)),
    matches(/[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, (text) => name('e-post', text)),
    matches(/(?<![\p{L}\p{N}])[A-Z]{2}\d{2}[A-Z0-9]{11,30}(?![\p{L}\p{N}])/gu, (text) => name('konto', text)),
    drawn(name),
    matches(/(?<!\d)\d{3}[ \u00a0\u202f\u2009]\d{3}[ \u00a0\u202f\u2009]\d{3}(?!\d)/g, asDigits),
    matches(/(?<![\d.,])-?\d{1,3}(?:[ .\u00a0\u202f\u2009]?\d{3})*,\d{2}(?![\d,])/g, (text) => name('beløp', text)),
    matches(
      /(?<![\d.,:])-?\d{1,9}[.,]\d{1,2}(?=\s?(?:kr|NOK|EUR|SEK|USD)\b)|(?<=(?:\bkr\.?|\bNOK|\bEUR)\s?)-?\d{1,9}(?:[.,]\d{1,2})?(?![\d.,:])|(?<![\d.,:/v-])-?\d{3,9}\.\d{2}(?!\s?m?s\b)(?![\d.,:])/g,
      (text) => name('beløp', text),
    ),
    matches(/[A-Za-z0-9+/_=%~-]{16,}/g, asToken),
    matches(/\p{Nd}{6,}/gu, asDigits),
  ]
}

type Name = (kind: Kind, value: string) => string

/** Numbers that are spread over a text. */
export const drawn =
  (name: Name) =>
  (text: string): readonly Place[] =>
    drawnNumbers(text).map(({ index, end, digits }) => ({
      index,
      length: end - index,
      instead: name(kindByShape(digits), text.slice(index, end)),
    }))
