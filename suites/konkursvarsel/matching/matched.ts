import type { KonkursFixture } from '../../../contracts/konkursvarsel/debtors.ts'
import { all, given, type Judgement, labelled } from '../../kit/judge/judgement.ts'
import { shownIn } from '../accounts.ts'
import type { openings } from '../acts/openings.ts'
import { delivered } from '../delivered.ts'
import { wasFree } from '../fresh.ts'
import { isLocked } from '../locked.ts'
import { carries, detailsOf } from '../sightings.ts'

type Evidence = Awaited<ReturnType<typeof openings.play>>

/**
 * Whether the participant knew the debtor for its customer. An account that is disabled shows it; so does the detail that
 * was fetched of it, but only of who fetches none of strangers. What was made of the match is another row's.
 */
export function isMatched({ target, opened, seen }: Evidence, debtor: KonkursFixture, what: string): Judgement {
  const notice = opened.notices[debtor]
  const free = wasFree(debtor, target.fixtures[debtor], opened.earlier[debtor])
  return given(all(delivered([opened], notice), free), () => {
    const list = opened.lists[debtor]
    const locked = opened.pages[debtor]?.find((page) => shownIn(page).some(({ status }) => status === 'disabled'))
    if (locked !== undefined) return labelled(debtor, locked.finds(true, { what, expected: null, at: 'status' }))
    const [detail] = detailsOf(seen, notice?.uuid ?? '')
    const strangers = [opened.notices.stranger, opened.notices.K5].flatMap((one) => detailsOf(seen, one?.uuid ?? ''))
    if (detail !== undefined && strangers.length === 0)
      return labelled(debtor, detail.finds(true, { what, expected: null, at: '/path' }))
    const carrier = opened.polled.calls.find((call) => carries(call, notice?.uuid ?? ''))
    const isServed = list?.status === 200
    if (isServed) return isLocked({ target, scenes: [opened], debtor, what })
    return labelled(
      debtor,
      list?.finds(false, { what: `${what}, and the account interface served`, expected: 200, at: 'status' }) ??
        carrier?.finds(false, { what, expected: 'a detail call', at: '/brreg/served/count' }) ??
        [],
    )
  })
}
