import { debtorNames } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import { type Asked, forEach, type Judgement } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { askWholeLists, hasArray, onServedList, type WholeList } from './whole-list.ts'

const isArray = (list: Answer): Judgement => {
  const what = 'accounts should be there as an array, an empty one when nothing is found'
  return list.finds(hasArray(list), { what, expected: 'array', at: '/accounts' })
}

/** Somebody with accounts and somebody without; of all others those who have a list. */
const isAsked = (one: Asked<WholeList>) =>
  ['P1', 'P5'].includes(one.label) || ('asked' in one && one.asked.pages[0]?.status === 200)

/** An empty array is what tells "none" from "no answer" (reading: null-or-omitted). */
export default defineCheck(import.meta, {
  verifies: 'KI-ACC-002',
  needs: ['P1', 'P5'],
  ask: (doors) => askWholeLists(doors, debtorNames),
  judge: (lists) => forEach(lists.filter(isAsked), (list) => onServedList(list, () => list.pages.flatMap(isArray))),
})
