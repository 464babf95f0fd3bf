import { parseIsoDate } from '../../../contracts/calendar.ts'
import { makeAccounts } from './accounts.ts'
import type { World } from './model.ts'
import { noticesOf } from './notices.ts'
import { makeParties } from './parties.ts'
import { createSource } from './source.ts'

export { fixturesOf } from './fixtures.ts'
export { identifiersOf } from './identifiers.ts'
export type { World } from './model.ts'

/**
 * The same world for the same seed and day, wherever and whenever it is made.
 * Throws when `day` is no `yyyy-MM-dd` that exists, or `seed` no whole number.
 */
export function makeWorld({ seed, day: text }: { readonly seed: number; readonly day: string }): World {
  const day = parseIsoDate(text)
  if (!day.ok) throw new Error(`The world's day is "${text}"; give ${day.error.expected} (yyyy-MM-dd)`)
  if (!Number.isSafeInteger(seed)) throw new Error(`The world's seed is ${seed}; give a whole number`)
  const source = createSource(seed)
  const bank = { organisationNumber: source.organisationNumber(), name: 'Referansebanken' }
  const parties = makeParties(source)
  const notices = noticesOf(parties, day.value)
  return {
    seed,
    day: day.value,
    bank,
    parties,
    notices,
    accounts: makeAccounts({ source, day: day.value, parties, notices }),
  }
}

/** Who the participant is. */
export const bankOf = ({ bank }: World): World['bank'] => bank
