import type { DebtorName, DebtorWithAccount } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import { type Asked, all, given, inconclusive } from '../../kit/judge/judgement.ts'
import { digitsOf, listedIn } from '../accounts/listed.ts'
import { caseOf } from '../bosiden.ts'
import { referencesIn, served } from '../operations.ts'

/** The account of a fixture that is there for one account's sake, asked about by its reference from the owner's list. */
export async function onListedAccount(
  { ask, target }: Doors,
  name: DebtorName,
  operation: 'details' | 'transactions',
): Promise<Asked<Answer>> {
  const estate = caseOf(target, name)
  const { accountIdentifier } = estate.debtor as DebtorWithAccount
  const list = await ask(estate.list)
  const found = listedIn(list).filter(
    ({ account }) => digitsOf(account.accountIdentifier) === digitsOf(accountIdentifier),
  )
  const reference = referencesIn(list).find((one) => found.some(({ account }) => account.accountReference === one))
  const label = `${name} ${operation}`
  if (reference !== undefined) return { label, asked: await ask(estate.on(operation, reference)) }
  const missing = given(all(served(list), list.readable), () =>
    inconclusive('need-not-met', `the account of ${name} is not in the list of ${list.exchange.id}`),
  )
  return { label, missing }
}
