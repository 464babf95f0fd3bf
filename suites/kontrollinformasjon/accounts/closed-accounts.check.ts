import type { DebtorWithClosedAccount } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import { firstDayAsked } from '../../../contracts/kontrollinformasjon/period.ts'
import { accountsOf } from '../../../contracts/kontrollinformasjon/wire.ts'
import { given, inconclusive } from '../../kit/judge/judgement.ts'
import { totals } from '../../kit/judge/totals.ts'
import { type Check, defineCheck } from '../../kit/run/check.ts'
import { digitsOf } from './listed.ts'
import { askWholeList, isPartialWithReason, isWhole, numbersIn, onServedList, type WholeList } from './whole-list.ts'

/** Accounts that are closed: inside the period they are listed, before it they are not (catalogue section 3). */
interface Closing {
  readonly verifies: string
  readonly name: 'A1' | 'A2'
  readonly isListed: boolean
  readonly what: string
}

/** How often the account is listed; a partial answer with its reason may lack one (KI-ACC-033). */
const countOf = (list: WholeList, { accountIdentifier }: DebtorWithClosedAccount, { isListed, what }: Closing) =>
  totals(
    list.pages,
    {
      what,
      expected: isListed ? 'at least 1' : 0,
      at: 'accounts',
      weight: isListed && isPartialWithReason(list) ? 'tolerated' : 'breach',
    },
    (bodies) =>
      bodies
        .flatMap(accountsOf)
        .filter((account) => digitsOf(account.accountIdentifier) === digitsOf(accountIdentifier)).length,
    (found) => found > 0 === isListed,
  )

function onClosedAccount(meta: ImportMeta, closing: Closing): Check {
  const { verifies, name, isListed } = closing
  return defineCheck(meta, {
    verifies,
    needs: [name],
    ask: async (doors) => {
      const fixture = doors.target.fixtures[name] as DebtorWithClosedAccount
      const from = firstDayAsked(fixture, doors.target.day)
      const isInside = from < fixture.closed && fixture.closed < doors.target.day
      return { fixture, isSuited: isListed ? isInside : fixture.closed < from, list: await askWholeList(doors, name) }
    },
    judge: ({ fixture, isSuited, list }) => {
      if (!isSuited) return inconclusive('need-not-met', `${name} was closed on a day that shows nothing here`)
      // What was seen on one page needs no other one; only what was not seen does.
      const isSeen = numbersIn(list).includes(digitsOf(fixture.accountIdentifier))
      const judged = () => countOf(list, fixture, closing)
      return onServedList(list, () => (isSeen ? judged() : given(isWhole(list), judged)))
    },
  })
}

export default [
  onClosedAccount(import.meta, {
    verifies: 'KI-ACC-030',
    name: 'A1',
    isListed: true,
    what: 'an account that was closed inside the period should be listed',
  }),
  onClosedAccount(import.meta, {
    verifies: 'KI-ACC-031',
    name: 'A2',
    isListed: false,
    what: 'an account that was closed before the period should not be listed',
  }),
]
