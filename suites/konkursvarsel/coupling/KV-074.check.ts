import { publishedEnd } from '../../../contracts/konkursvarsel/published-end.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import { all, given, inconclusive, type Judgement, labelled } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { isUnclear, shownIn } from '../accounts.ts'
import { publishedSet } from '../acts/clocked.ts'
import { asked } from '../delivered.ts'
import { isListCall } from '../sightings.ts'

type Evidence = Awaited<ReturnType<typeof publishedSet.play>>
type Debtor = Evidence['debtors'][number]

/** Section 9 of the catalogue: who stays locked, who is open again, and about whom the bank decides itself. */
function endsAs({ debitor, lists, state }: Debtor): Judgement {
  const end = publishedEnd[debitor]
  if (end === 'locked')
    return all(
      ...lists.map((list) =>
        allOf(list, ['disabled', 'deleted'], 'stays open as a bankruptcy: the accounts should be locked'),
      ),
    )
  if (end === 'open' && state !== null)
    return allOf(state, ['enabled', 'deleted'], 'was deleted: the accounts should be open again')
  return []
}

function allOf(answer: Answer, status: readonly string[], what: string): Judgement {
  return given(answer.answers(200), () =>
    shownIn(answer).flatMap((one) =>
      answer.finds(
        status.some((each) => each === one.status),
        { what, weight: isUnclear(one.type) ? 'tolerated' : 'breach', expected: status, at: `${one.at}/status` },
      ),
    ),
  )
}

/** Whom the participant has for a customer: Brreg's fictitious debtors stand in few test environments, and not all of them. */
const isCustomer = ({ lists, state }: Debtor) =>
  [...lists, state].some((answer) => answer !== null && answer.status === 200 && shownIn(answer).length > 0)

export default defineCheck(import.meta, {
  verifies: 'KV-074',
  hooks: ['install', 'clock', 'state'],
  turn: 'first',
  ask: async ({ play }) => play(publishedSet),
  judge: ({ installed, polled, debtors }) =>
    given(all(installed.answers(200), asked(polled)), () => {
      const call = polled.calls.find(isListCall)
      const customers = debtors.filter(isCustomer)
      if (customers.length === 0 || call === undefined)
        return inconclusive('fixture-missing', 'none of the debtors of the published set is a customer')
      return all(...customers.map((debtor, index) => labelled(`customer ${index + 1}`, endsAs(debtor))))
    }),
})
