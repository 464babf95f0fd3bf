import { debtorNames } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import { inconclusive, type Judgement, labelled } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { isPredefined } from '../operations.ts'
import { digitsOf, type Listed, listedIn } from './listed.ts'
import { askWholeLists, onServedList, type WholeList } from './whole-list.ts'

interface Entry extends Listed {
  readonly page: Answer
}

/** The same account twice is KI-ACC-009's; what makes it the same is all that tells accounts apart but the reference. */
const identityOf = (account: Listed['account']) => {
  const { accountIdentifier, type, currency } = account
  const number = digitsOf(accountIdentifier)
  // Without a number, everything else that is told has to be alike.
  return JSON.stringify(number === '' ? account : [number, type ?? null, currency ?? null])
}

const isHandle = ({ account: { accountReference } }: Listed) =>
  typeof accountReference === 'string' && accountReference !== '' && !isPredefined(accountReference)

function areUnique({ pages }: WholeList): Judgement {
  const entries = pages.flatMap((page) => listedIn(page).map((listed): Entry => ({ ...listed, page })))
  return entries.filter(isHandle).flatMap(({ page, at, account }, index, all) => {
    const before = all.slice(0, index).filter((other) => other.account.accountReference === account.accountReference)
    const holds = before.every((other) => identityOf(other.account) === identityOf(account))
    const what = 'a reference should lead to one account of the list'
    return page.finds(holds, { what, expected: 'of no other account before it', at: `${at}/accountReference` })
  })
}

export default defineCheck(import.meta, {
  verifies: 'KI-ACC-007',
  needs: ['P1'],
  ask: (doors) => askWholeLists(doors, debtorNames),
  judge: (lists) => {
    const answered = lists.filter((one) => 'asked' in one && one.asked.pages[0]?.status === 200)
    if (answered.length === 0) return inconclusive('need-not-met', 'no list of accounts was served')
    return answered.flatMap((one) =>
      'asked' in one
        ? labelled(
            one.label,
            onServedList(one.asked, () => areUnique(one.asked)),
          )
        : [],
    )
  },
})
