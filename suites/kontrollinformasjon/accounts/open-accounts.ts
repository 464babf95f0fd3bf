import type { Fixtures } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import type { Place } from './every-account.ts'
import { digitsOf } from './listed.ts'
import { isListOf } from './lists.ts'

/**
 * Accounts that are open by what their fixture is: blocked ones of P1, one that is overdrawn, one with a credit line and a
 * blocked amount, one with a reservation, one that was opened again, each with who is asked about it.
 */
const openAccounts = ({ P1, A6, A7, A9, A11 }: Fixtures) => [
  ...(P1?.blockedAccounts ?? []).map((number) => ({ number, owner: P1 })),
  ...[A6, A7, A9, A11].flatMap((owner) => (owner === undefined ? [] : [{ number: owner.accountIdentifier, owner }])),
]

/** Whether the party that was asked about still owns the account, for sure. */
export function isOpen({ account, list, target }: Place): boolean {
  const digits = digitsOf(account.accountIdentifier)
  if (digits === '') return false
  return openAccounts(target.fixtures).some(
    ({ number, owner }) => digitsOf(number) === digits && isListOf(list, [owner?.id, ...(owner?.alsoKnownAs ?? [])]),
  )
}
