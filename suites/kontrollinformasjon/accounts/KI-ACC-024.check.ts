import { type Debtor, debtorNames } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import { forEach, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { readAt } from '../../kit/judge/read.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { listedIn } from './listed.ts'
import { askWholeLists, onServedList, type WholeList } from './whole-list.ts'

/** On all pages: of an account that passed to somebody else, too, the owner is the one who was asked about (A10). */
const showsTheDebtor = ({ pages, debtor }: WholeList): Judgement =>
  pages.flatMap((list) =>
    listedIn(list).flatMap(({ at }) => isTheDebtor(list, debtor, `${at}/primaryOwner/identifier/value`)),
  )

/** Another number of the same owner is told, not failed: a D-number that was replaced, or the person behind an ENK. */
function isTheDebtor(list: Answer, debtor: Debtor, at: string): Judgement {
  const value = readAt(list.exchange, at)
  // An account without the owner's identifier is KI-ACC-023's.
  if (value === null) return inconclusive('need-not-met', `an account in ${list.exchange.id} does not name its owner`)
  const weight = (debtor.alsoKnownAs ?? []).some((other) => other === value) ? 'tolerated' : 'breach'
  const what = 'the primary owner should be the party that was asked about'
  return list.finds(value === debtor.id, { what, weight, expected: debtor.id, at })
}

export default defineCheck(import.meta, {
  verifies: 'KI-ACC-024',
  needs: ['P1'],
  uses: debtorNames,
  ask: (doors) => askWholeLists(doors, debtorNames),
  judge: (lists) => {
    const answered = lists.filter((one) => 'asked' in one && one.asked.pages[0]?.status === 200)
    if (answered.length === 0) return inconclusive('need-not-met', 'no list of accounts was served')
    const judged = forEach(answered, (one) => onServedList(one, () => showsTheDebtor(one)))
    return judged.length > 0 ? judged : inconclusive('nothing-to-iterate', 'no list has an account in it')
  },
})
