import { inconclusive, notApplicable } from '../../kit/judge/judgement.ts'
import { totals } from '../../kit/judge/totals.ts'
import { countBooked, countEnds, hasDays } from './delivered.ts'
import { isComplete, onLargeAccount } from './large-account.ts'

/** Where the delivery stops although an end of the fixture never arrived, a `next` was missing. */
export default onLargeAccount(import.meta, 'KI-PAG-002', (walk, fixture) => {
  const { pages, end } = walk
  const complete = isComplete(walk, fixture)
  if (complete && pages.length === 1)
    return notApplicable('did-not-occur', 'everything came in one answer, which is lawful')
  if (complete)
    return totals(
      pages,
      { what: 'the pages that next names should hold all of A4', expected: fixture.booked, at: 'all pages' },
      (bodies) => countBooked(bodies, fixture),
      () => true,
    )
  if (end !== 'last-page') return inconclusive('need-not-met', 'the pages could not be followed to the last one')
  if (!hasDays(pages.map(({ body }) => body)))
    return inconclusive('need-not-met', 'without booking days nobody can tell a gap from a missing next')
  const what = 'both ends of A4, its oldest and its newest booking day, should arrive before the page without next'
  return totals(
    pages,
    { what, expected: 2, at: 'all pages' },
    (bodies) => countEnds(bodies, fixture),
    (ends) => ends === 2,
  )
})
