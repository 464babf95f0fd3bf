import type { CaseId } from '../../contracts/dsve/fixtures/cases.ts'
import { replyRows } from './replies/rows.ts'
import { situations } from './replies/situations.ts'

/** Cases without which nothing is seen of a row; one of them is enough. Every other row stands on the case that is always there. */
export const standsOn: Readonly<Record<string, readonly CaseId[]>> = {
  ...situations,
  ...Object.fromEntries(Object.entries(replyRows).flatMap(([row, { about }]) => (about ? [[row, about]] : []))),
  'DSVE-161': ['S21'],
  'DSVE-179': ['S26'],
  'DSVE-180': ['S16'],
  'DSVE-192': ['S30'],
  'DSVE-206': ['S25'],
}
