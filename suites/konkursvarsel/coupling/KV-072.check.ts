import { all, given, labelled } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { served } from '../../kontrollinformasjon/operations.ts'
import { twoMonthsLater } from '../acts/clocked.ts'
import { openings } from '../acts/openings.ts'
import { isLocked } from '../locked.ts'

/** The ruling is a year old; who lets its clock be moved is asked again two months after the opening. */
export default defineCheck(import.meta, {
  verifies: 'KV-072',
  needs: ['K46', 'K48'],
  turn: 'late',
  ask: async ({ play, target }) => ({
    opening: await play(openings),
    later: target.hooks?.offers.includes('clock') === true ? await play(twoMonthsLater) : null,
  }),
  judge: ({ opening: { target, opened }, later }) =>
    given(isLocked({ target, scenes: [opened], debtor: 'K46' }), () => {
      const list = opened.lists.K48
      return all(
        list === undefined ? [] : labelled('a year after the ruling', served(list)),
        later === null ? [] : labelled('two months after the opening', served(later.list)),
      )
    }),
})
