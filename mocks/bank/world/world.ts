import { parseIsoDate } from '../../../contracts/calendar.ts'
import { makeAccounts } from './accounts.ts'
import { accountsOfParties } from './accounts-of-parties.ts'
import { createBooks } from './books.ts'
import { accountsOfCustomers } from './kfr/accounts.ts'
import { makeCustomers } from './kfr/parties.ts'
import { accountsOfDebtors } from './konkurs/accounts.ts'
import { makeDebtors, tiesOf } from './konkurs/parties.ts'
import type { World } from './model.ts'
import { noticesOf } from './notices.ts'
import { makeParties } from './parties.ts'
import { createSource } from './source.ts'
import { specialAccounts } from './special-accounts.ts'
import { makeCounterParties } from './transactions.ts'

export { fixturesOf } from './fixtures.ts'
export { identifiersOf } from './identifiers.ts'
export { kfrFixturesOf } from './kfr/fixtures.ts'
export { konkursFixturesOf } from './konkurs/fixtures.ts'
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
  const some = makeParties(source)
  const notices = noticesOf(some, day.value)
  const counterParties = makeCounterParties(source)
  const ground = { source, day: day.value, notices, counterParties }
  const first = makeAccounts([...accountsOfParties, ...specialAccounts], { ...ground, parties: some })
  // One after the other, so that those who come later leave the earlier ones as they were.
  const others = [...some, ...makeDebtors(source)]
  const second = makeAccounts(accountsOfDebtors, { ...ground, parties: others })
  const parties = [...others, ...makeCustomers(source)]
  const accounts = [...first, ...second, ...makeAccounts(accountsOfCustomers, { ...ground, parties })]
  const books = createBooks(accounts)
  return { seed, day: day.value, bank, parties, ties: tiesOf(parties), notices, accounts, books }
}

/** Who the participant is. */
export const bankOf = ({ bank }: World): World['bank'] => bank
