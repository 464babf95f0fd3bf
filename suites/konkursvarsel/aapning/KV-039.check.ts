import type { KonkursParty } from '../../../contracts/konkursvarsel/debtors.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import { along, inconclusive } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { digitsOf, shownIn } from '../accounts.ts'
import { openings } from '../acts/openings.ts'
import { delivered } from '../delivered.ts'
import { rhythmOf } from '../rhythm.ts'

const halfAnHour = 1_800_000

/**
 * From the publication to the answer in which the lock shows; asked as soon as the declared time has passed. A lock that
 * shows only when it is asked about again later was late; one that never shows is another row's.
 */
export default defineCheck(import.meta, {
  verifies: 'KV-039',
  needs: ['K46'],
  ask: async ({ play }) => play(openings),
  judge: ({ target, opened, later }) =>
    along(delivered([opened], opened.notices.K46), () => {
      const [first, second] = [opened.lists.K46, later.lists.K46]
      if (first === undefined || opened.published === null) return []
      const { patienceMs, processingMs } = rhythmOf(target)
      const latest = Date.parse(opened.published.record.at) + Math.min(halfAnHour, patienceMs + processingMs)
      const isShown = (list: Answer) => showsIn(list, target.fixtures.K46)
      const what = 'the lock should show in time'
      const expected = `by ${new Date(latest).toISOString()}`
      if (isShown(first))
        return first.finds(Date.parse(first.exchange.startedAt) <= latest, { what, expected, at: 'asked' })
      if (second !== undefined && isShown(second)) return second.finds(false, { what, expected, at: 'asked' })
      return inconclusive('need-not-met', `no lock shows in ${first.exchange.id}`)
    }),
})

/** Of the accounts that were there before: one that is opened meanwhile is another row's. */
const showsIn = (list: Answer, party: KonkursParty | undefined) => {
  const numbers = new Set(party?.accounts?.map(({ accountIdentifier }) => digitsOf(accountIdentifier)))
  return shownIn(list).some(({ status, number }) => status === 'disabled' && numbers.has(number))
}
