import type { Gate } from './gate.ts'
import { isConfigWord, treatmentOf } from './kinds.ts'
import { redactName, redactValue, shownNumber } from './value.ts'

/** What is written in words of our own: the recipe of a token, and the configuration. */

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

/** Our own configuration: its words and numbers are nobody's, what it says of parties is (`fixtures` of a bank). */
export function redactConfig(gate: Gate, value: unknown, name = ''): unknown {
  if (isConfigWord(name) && typeof value === 'string') return gate.prose(value)
  if (typeof value === 'number' && treatmentOf(name) === 'count' && Math.abs(value) < 1e6)
    return shownNumber(gate, value)
  if (value === null || typeof value !== 'object' || treatmentOf(name) === 'secret')
    return redactValue(gate, value, name)
  if (Array.isArray(value)) return value.map((item) => redactConfig(gate, item, name))
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      // Labels of parties are chosen by whoever wrote the configuration.
      isPartyLabel(key) ? gate.own(key) : redactName(gate, key),
      redactConfig(gate, member, key),
    ]),
  )
}

const isPartyLabel = (text: string) => /^[A-Z]\d{1,3}$/.test(text)
