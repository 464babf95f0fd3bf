import { isAccountNumber, isNationalIdentityNumber, isOrganisationNumber } from './digits.ts'
import type { Kind } from './pseudonyms.ts'

/** What a value is by its looks, when its name says nothing. */

export const isDate = (text: string) =>
  /^\d{4}-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?\s?(?:Z|z|[+-]\d{2}:?\d{2})?)?)?$/.test(text)

/** Other writings of a day: wrong ones must stay visible where a day is due. */
export const isDateLike = (text: string) =>
  isDate(text) ||
  /^(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}[./]\d{2}[./]\d{2}|\d{2,4}-\d{2}|\d{4}|(?:19|20)\d{6})$/.test(text)

export const isErrorCode = (text: string) => /^[A-Z]{2,6}-\d{1,4}$/.test(text)

/** One word of letters, as members of enumerations are; no name of a person is due where these stand. */
export const isEnumLike = (text: string) =>
  isErrorCode(text) ||
  /^(?:HS|RS|PS|ES)\d{3}$|^(?:RSA|RSA-OAEP|RSA1_5|RSA-OAEP-\d{3}|ECDH-ES(?:\+A\d{3}KW)?|A\d{3}(?:CBC-HS\d{3}|GCM|KW|GCMKW))$/.test(
    text,
  ) ||
  /^[A-Za-z][A-Za-z]{0,39}(?:[-_/][A-Za-z]{1,30}){0,3}\d?$/.test(text)

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
