import { inconclusive, notApplicable } from '../../kit/judge/judgement.ts'
import { totals } from '../../kit/judge/totals.ts'
import { countBooked, countEnds } from './delivered.ts'
import { onLargeAccount } from './large-account.ts'

/** Where the delivery stops although an end of the fixture never arrived, a `next` was missing. */
export default onLargeAccount(import.meta, 'KI-PAG-002', ({ pages, end }, fixture) => {
  if (end !== 'last-page') return inconclusive('need-not-met', 'the pages could not be followed to the last one')
  const bodies = pages.map(({ body }) => body)
  if (pages.length === 1 && countBooked(bodies) >= fixture.booked)
    return notApplicable('did-not-occur', 'everything came in one answer, which is lawful')
  const what = 'both ends of A4, its oldest and its newest booking day, arrive before the page without next'
  return totals(
    pages,
    { what, expected: 2, at: 'all pages' },
    (all) => countEnds(all, fixture),
    (ends) => ends === 2,
  )
})
