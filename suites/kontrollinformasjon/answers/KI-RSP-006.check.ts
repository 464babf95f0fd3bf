import type { Answer } from '../../kit/ask/answer.ts'
import { inconclusive, type Judgement, notApplicable } from '../../kit/judge/judgement.ts'
import { isComplete, onLargeAccount } from '../paging/large-account.ts'
import { places, statusOf } from './detailed-answers.ts'

/** A4 is held in full, so no page of it has a reason to be partial but that others follow. */
const isOfItself = (page: Answer): Judgement => {
  const status = statusOf(page)
  // What is neither is KI-RSP-002's, and what is missing KI-RSP-001's.
  if (status !== 'complete' && status !== 'partial')
    return inconclusive('need-not-met', `${page.exchange.id} does not say whether it is complete`)
  const what = 'the status of a page should not tell whether others follow'
  return page.finds(status === 'complete', { what, expected: 'complete', at: places.status })
}

export default onLargeAccount(import.meta, 'KI-RSP-006', (walk, fixture) => {
  const { pages } = walk
  if (!isComplete(walk, fixture))
    return inconclusive('need-not-met', 'not all of A4 arrived, so a page may be partial for another reason')
  if (pages.length === 1) return notApplicable('did-not-occur', 'everything came in one answer, which is lawful')
  return pages.flatMap(isOfItself)
})
