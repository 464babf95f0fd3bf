import type { Gate } from './gate.ts'
import { isKnownName, isPlainText, type Treatment, treatmentOf } from './kinds.ts'
import { isDate, isDateLike, isEnumLike, isErrorCode, kindByShape, kindOfId } from './shapes.ts'
import { redactUrl } from './url.ts'

/** JSON of a body, a token recipe or a configuration: every leaf by the name of the member that holds it. */

/** Nobody reads further down, and a body that nests without end must not break the report. */
const deepest = 40

/** `name`: of the member that holds the value; items of a list have the name of the list. */
export function redactValue(gate: Gate, value: unknown, name = '', depth = 0): unknown {
  if (value === undefined || value === null || typeof value === 'boolean' || value === '') return value
  if (typeof value === 'string') return redactText(gate, value, treatmentOf(name))
  if (typeof value === 'number') return redactNumber(gate, value, treatmentOf(name))
  if (typeof value !== 'object') return '{unknown}'
  if (treatmentOf(name) === 'secret') return gate.count('secret', '{secret}')
  if (depth === deepest) return '{nested too deep}'
  if (Array.isArray(value)) return value.map((item) => redactValue(gate, item, name, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      redactName(gate, key),
      redactValue(gate, member, nameOf(key, value), depth + 1),
    ]),
  )
}

/** `identifier.value` is a number of a person or an organisation, also when its check digits are wrong (catalogue 2.2). */
const nameOf = (key: string, holder: object) =>
  key === 'value' && 'type' in holder && identifierTypes.has(holder.type) ? 'id' : key
const identifierTypes = new Set<unknown>(['nationalIdentityNumber', 'countryIdentificationCode'])

/** The name of a member is text of the bank's like any other. */
export const redactName = (gate: Gate, name: string) => (isKnownName(name) ? gate.own(name) : gate.prose(name))

function redactText(gate: Gate, text: string, treatment: Treatment | null): string {
  if (treatment !== 'secret' && isPlainText(text)) return gate.own(text)
  switch (treatment) {
    case 'secret':
      return gate.count('secret', '{secret}')
    case 'prose':
      return gate.prose(text)
    case 'url':
      return redactUrl(gate, text)
    case 'id':
      return isErrorCode(text) || /^\d{4}:/.test(text) ? gate.prose(text) : gate.mask(kindOfId(text), text)
    case 'enum':
      return isEnumLike(text) || isDate(text) ? gate.own(text) : gate.mask(kindByShape(text), text)
    case 'date':
      return isDateLike(text) ? gate.own(text) : gate.mask('dato', text)
    case 'count':
    case null:
      return isDate(text) || isErrorCode(text) ? gate.own(text) : gate.mask(kindByShape(text), text)
    default:
      return gate.mask(treatment, text)
  }
}

function redactNumber(gate: Gate, value: number, treatment: Treatment | null): unknown {
  if (treatment === 'secret') return gate.count('secret', '{secret}')
  const small = Number.isFinite(value) && Math.abs(value) < 1e6
  if ((treatment === 'count' || treatment === 'enum') && small) return shownNumber(gate, value)
  if (/^(?:url|date|prose|enum|count)$/.test(treatment ?? '')) return gate.mask('tall', value)
  if (treatment === 'id') return gate.mask(kindOfId(String(value)), value)
  if (treatment === null) return gate.mask('tall', value)
  return gate.mask(treatment as Parameters<Gate['mask']>[0], value)
}

/** A number stays a number unless the run has known it. */
function shownNumber(gate: Gate, value: number): unknown {
  const text = gate.own(String(value))
  return text === String(value) ? value : text
}

/** A token recipe is data of our own checks: words and seconds are shown, keys and numbers of persons are not. */
export function redactRecipe(gate: Gate, value: unknown, name = ''): unknown {
  if (treatmentOf(name) === 'secret' && value !== null) return gate.count('secret', '{secret}')
  if (typeof value === 'string') return gate.prose(value)
  if (typeof value === 'number') return Math.abs(value) < 1e6 ? shownNumber(gate, value) : gate.mask('tall', value)
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((item) => redactRecipe(gate, item, name))
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [redactName(gate, key), redactRecipe(gate, member, key)]),
  )
}
