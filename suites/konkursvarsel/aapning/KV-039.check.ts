import { given } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { shownIn } from '../accounts.ts'
import { openings } from '../acts/openings.ts'
import { delivered } from '../delivered.ts'
import { rhythmOf } from '../rhythm.ts'

const halfAnHour = 1_800_000

/** From the publication to the answer in which the lock shows; asked as soon as the declared time has passed. */
export default defineCheck(import.meta, {
  verifies: 'KV-039',
  needs: ['K46'],
  ask: async ({ play }) => play(openings),
  judge: ({ target, opened }) =>
    given(delivered([opened], opened.notices.K46), () => {
      const list = opened.lists.K46
      const { patienceMs, processingMs } = rhythmOf(target)
      if (list === undefined || opened.published === null) return []
      const latest = Date.parse(opened.published.record.at) + Math.min(halfAnHour, patienceMs + processingMs)
      const isShown = shownIn(list).some(({ status }) => status === 'disabled')
      const inTime = Date.parse(list.exchange.startedAt) <= latest
      return list.finds(isShown && inTime, {
        what: isShown ? 'the lock should show in time' : 'the lock should show by now',
        expected: `by ${new Date(latest).toISOString()}`,
        at: 'asked',
      })
    }),
})
