import { isAccountNumber, isNationalIdentityNumber, isOrganisationNumber } from './digits.ts'
import type { Kind } from './pseudonyms.ts'

/** What a value is by its looks, when its name says nothing. */

export const isDate = (text: string) =>
  /^\d{4}-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?\s?(?:Z|z|[+-]\d{2}:?\d{2})?)?)?$/.test(text)

/** Days one after the other, and how many of how many they are. */
export const areDates = (text: string) =>
  text.length < 500 &&
  text
    .replace(/^\d{1,3} of \d{1,3}: /, '')
    .split(', ')
    .every(isDate)

const months =
  '(?:jan(?:uary?)?|feb(?:ruary?)?|mar(?:s|ch)?|apr(?:il)?|ma[iy]|jun[ei]?|jul[iy]?|aug(?:ust)?|sep(?:t(?:ember)?)?|o[kc]t(?:ober)?|nov(?:ember)?|de[sc](?:ember)?)'
const wordyDay = new RegExp(`^\\d{1,2}\\.? ?${months}\\.? ?\\d{4}$`, 'i')
/** `[Europe/Oslo]` behind a time (RFC 9557). */
const zone = /\[[A-Za-z_]{1,20}(?:\/[A-Za-z_+-]{1,20}){0,2}\]$/

/** Other writings of a day, blanks around it too: wrong ones must stay visible where a day is due. */
export function isDateLike(text: string): boolean {
  const day = text.trim().replace(zone, '')
  return (
    isDate(day) ||
    wordyDay.test(day) ||
    /^(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}[./]\d{2}[./]\d{2}|(?:19|20)\d\d-\d{3}|\d{2,4}-\d{2}|(?:19|20)\d\d|\d{1,3}|(?:19|20)\d{6})$/.test(
      day,
    )
  )
}

export const isErrorCode = (text: string) => /^[A-Z]{2,6}-\d{1,4}$/.test(text)

/** A code that is written otherwise than the standard writes it: the breach is what a reader wants to see. */
export const isCodeLike = (text: string) =>
  /^(?:(?:[A-Z]{2,10}[-_.]?){0,2}[A-Z]{2,10}[-_. ]?|(?:[a-z]{2,4}[-_. ]?){1,2}|[A-Z][a-z]{1,3}[-_. ]?)\d{1,4}$/.test(
    text.trim(),
  ) || /^\d{1,3}$/.test(text.trim())

/** One word of letters, as members of enumerations are: lower case, lower camel case, or a short code in capitals. */
export const isEnumLike = (text: string) =>
  text.length <= 30 && /^(?:[a-z]+(?:[A-Z][a-z]+)*|[A-Z]{1,4})$/.test(text.trim())

const visibleBlanks: Readonly<Record<string, string>> = { ' ': '␣', '\t': '⇥', '\n': '⏎', '\r': '␍' }
/** Blanks around a word are errors that nobody sees. */
export const showBlanks = (text: string) =>
  text.replace(/^\s+|\s+$/g, (blanks) => [...blanks].map((one) => visibleBlanks[one] ?? '␣').join(''))

/** Names that programs have for members: letters, digits, `_` and `-`, beginning in lower case. */
export const isIdentifierLike = (text: string) =>
  /^[a-z_][A-Za-z0-9_-]{0,39}$/.test(text) && text.replace(/\D/g, '').length <= 4 && isWordy(text.replace(/^_+/, ''))

const isUuid = (text: string) => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text)

export function kindByShape(text: string): Kind {
  if (isNationalIdentityNumber(text)) return 'fnr'
  if (isAccountNumber(text)) return 'konto'
  if (isOrganisationNumber(text)) return 'orgnr'
  if (/^\d+$/.test(text)) return 'tall'
  if (/^[^@\s]+@[^@\s]+\.[a-z]{2,}$/i.test(text)) return 'e-post'
  return isUuid(text) ? 'referanse' : 'tekst'
}

/** A party's number keeps its kind when its check digits are wrong: that is what a reader wants to see. */
export function kindOfId(text: string): Kind {
  if (/^\d{11}$/.test(text)) return 'fnr'
  return /^\d{9}$/.test(text) ? 'orgnr' : kindByShape(text)
}

const word =
  /^(?:[a-zæøå]+|[A-ZÆØÅ]{1,8}|\d{1,5}|[A-ZÆØÅ][a-zæøå]+|[A-ZÆØÅ]?[a-zæøå]*(?:[A-ZÆØÅ][a-zæøå]{2,})+[A-Z]{0,3})$/
const numberedWord = /^[A-Za-z]+\d{1,4}$/

/** Words, file names, names of members; not the dense letters and digits of a token. */
export function isWordy(run: string): boolean {
  const pieces = run.split(/[+/_=%.~-]/).filter((piece) => piece !== '' && !word.test(piece))
  return pieces.length === 0 || (pieces.length === 1 && numberedWord.test(pieces[0] ?? ''))
}
