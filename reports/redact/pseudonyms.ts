import { isAccountNumber, isNationalIdentityNumber, isOrganisationNumber, plainDigits, spelling } from './digits.ts'

/** Names for what must not be told. Equal values have equal names, different values different ones, over a whole run. */

export const kinds = [
  'konto',
  'fnr',
  'orgnr',
  'kort',
  'navn',
  'adresse',
  'e-post',
  'beløp',
  'tall',
  'dato',
  'referanse',
  'tekst',
] as const
export type Kind = (typeof kinds)[number]

/** Digits in free text are text; where a number may be due, digits in quotes are told apart from a number. */
type Place = 'value' | 'prose'

export interface Pseudonyms {
  /** The name of a value. The kind counts only the first time: afterwards the value has its name. */
  of(kind: Kind, value: string | number, place?: Place): string
  /** The name of a value that has been masked before. */
  known(value: string): string | undefined
  /** How many different values have a name, by kind. */
  values(): Readonly<Record<string, number>>
}

export function createPseudonyms(): Pseudonyms {
  const names = new Map<string, { readonly kind: Kind; readonly number: number }>()
  const counts = new Map<Kind, number>()
  const enter = (kind: Kind, key: string) => {
    const number = (counts.get(kind) ?? 0) + 1
    counts.set(kind, number)
    const entry = { kind, number }
    names.set(key, entry)
    return entry
  }
  return {
    of: (kind, value, place = 'value') => {
      const key = keyOf(kind, String(value))
      const entry = names.get(key) ?? enter(kind, key)
      return label(entry.kind, entry.number, value, place)
    },
    known: (value) => {
      const entry = names.get(keyOf('tekst', value))
      return entry && label(entry.kind, entry.number, value, 'value')
    },
    values: () =>
      Object.fromEntries(kinds.flatMap((kind) => (counts.has(kind) ? [[kind, counts.get(kind) ?? 0]] : []))),
  }
}

/** 2500 is an amount in one place and a post code in another: such values are the same only within their kind. */
const apart = new Set<Kind>(['beløp', 'tall', 'adresse'])

/** An account is the same account with and without points; how it was written goes into the note. */
function keyOf(kind: Kind, value: string): string {
  const plain = plainDigits(value)
  if (kind === 'tall' && (plain ?? '').length >= 6) return plain ?? value
  return apart.has(kind) ? `${kind} ${value}` : (plain ?? value)
}

function label(kind: Kind, number: number, value: string | number, place: Place): string {
  const notes = [...validity(kind, String(value)), ...writing(kind, value, place)]
  return `${kind}#${number}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`
}

/** What a judge of the value would want to know, without the value. */
function validity(kind: Kind, text: string): readonly string[] {
  const digits = plainDigits(text) ?? text
  if (kind === 'konto' && /^\d{11}$/.test(digits)) return [isAccountNumber(digits) ? 'MOD11 ok' : 'MOD11 feil']
  if (kind === 'fnr') return [isNationalIdentityNumber(digits) ? 'gyldig' : 'ugyldig']
  if (kind === 'orgnr') return [isOrganisationNumber(digits) ? 'gyldig' : 'ugyldig']
  if (kind === 'beløp') return Number(text) < 0 ? ['negativ'] : []
  if (kind === 'tall') return [`${text.replace(/\D/g, '').length} siffer`]
  if (kind === 'dato') return ['ikke en dato']
  return kind === 'tekst' || kind === 'konto' || kind === 'kort' ? [`${[...text].length} tegn`] : []
}

/** How an amount is written where one is due: what is strange about it must stay visible. */
function form(text: string): readonly string[] {
  const point = text.replace(',', '.')
  const decimals = /\.(\d+)$/.exec(point)?.[1]?.length ?? 0
  return [
    ...(text.includes(',') ? ['med komma'] : []),
    ...(/\de/i.test(text) ? ['med eksponent'] : []),
    ...(decimals > 2 ? [`${decimals} desimaler`] : []),
    ...(Number.isNaN(Number(point)) ? ['ikke et tall'] : []),
  ]
}

/** A number sent as text, and the other way round, is an error that must stay visible. */
function writing(kind: Kind, value: string | number, place: Place): readonly string[] {
  const numeric = kind === 'beløp' || kind === 'tall'
  if (typeof value === 'number') return numeric ? [] : ['som tall']
  const spelled = plainDigits(value) === null || kind === 'adresse' || kind === 'beløp' ? null : spelling(value)
  const text = kind === 'beløp' || (kind === 'tall' && place === 'value')
  return [
    ...(kind === 'beløp' && place === 'value' ? form(value) : []),
    ...(text ? ['som tekst'] : []),
    ...(spelled === null ? [] : [`skrevet ${spelled}`]),
  ]
}

/** What a pseudonym looks like: somebody who sends such a text must not pass it off as one of ours. */
export const pseudonymShape =
  /(?:konto|fnr|orgnr|kort|navn|adresse|e-post|beløp|tall|dato|referanse|tekst)#\d+(?: \([^()]{1,80}\))?/gu
