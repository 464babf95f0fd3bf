import { inconclusive } from '../../kit/judge/judgement.ts'
import { totals } from '../../kit/judge/totals.ts'
import { countBooked } from './delivered.ts'
import { isComplete, onLargeAccount } from './large-account.ts'

/** One page or many: every booked transaction of the fixture arrives. Where the way through the pages ends does not matter then. */
export default onLargeAccount(import.meta, 'KI-PAG-001', (walk, fixture) => {
  const { pages, end } = walk
  if (!isComplete(walk, fixture) && end === 'elsewhere')
    return inconclusive('need-not-met', 'the link to the next page leads out of the base URL, and is not followed')
  const what = `all booked transactions of A4 should arrive, over ${pages.length} page${pages.length === 1 ? '' : 's'}`
  return totals(
    pages,
    { what, expected: fixture.booked, at: 'all pages' },
    (bodies) => countBooked(bodies, fixture),
    (count) => count >= fixture.booked,
  )
})
