import type { DebtorName, DebtorWithAccount } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import { type Asked, all, given, inconclusive } from '../../kit/judge/judgement.ts'
import { digitsOf, listedIn } from '../accounts/listed.ts'
import { caseOf } from '../bosiden.ts'
import { referencesIn, served } from '../operations.ts'
import { followNext } from '../paging/walk.ts'

/** The account of a fixture that is there for one account's sake, asked about by its reference from the owner's list. */
export async function onListedAccount(
  doors: Doors,
  name: DebtorName,
  operation: 'details' | 'transactions',
): Promise<Asked<Answer>> {
  const estate = caseOf(doors.target, name)
  const { accountIdentifier } = estate.debtor as DebtorWithAccount
  // The account may stand on any page: the list can be split like other answers (KI-PAG-018).
  const { pages } = await followNext(doors, estate.list)
  const list = pages.at(-1) as Answer
  const found = pages
    .flatMap(listedIn)
    .filter(({ account }) => digitsOf(account.accountIdentifier) === digitsOf(accountIdentifier))
  const reference = pages
    .flatMap(referencesIn)
    .find((one) => found.some(({ account }) => account.accountReference === one))
  const label = `${name} ${operation}`
  if (reference !== undefined) return { label, asked: await doors.ask(estate.on(operation, reference)) }
  const missing = given(all(served(list), list.readable), () =>
    inconclusive('need-not-met', `the account of ${name} is not in the list of ${list.exchange.id}`),
  )
  return { label, missing }
}
