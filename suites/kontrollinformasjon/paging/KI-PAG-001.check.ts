import { all, inconclusive } from '../../kit/judge/judgement.ts'
import { totals } from '../../kit/judge/totals.ts'
import { countBooked } from './delivered.ts'
import { onLargeAccount } from './large-account.ts'

/** One page or many: every booked transaction of the fixture arrives. A page that fails on the way loses the rest. */
export default onLargeAccount(import.meta, 'KI-PAG-001', ({ pages, end }, { booked }) => {
  if (end === 'astray') return inconclusive('need-not-met', 'the link to the next page cannot be followed')
  const what = `all booked transactions of A4 arrive, over ${pages.length} page${pages.length === 1 ? '' : 's'}`
  const complete = totals(pages, { what, expected: booked, at: 'all pages' }, countBooked, (count) => count >= booked)
  const last = pages[pages.length - 1]
  return end === 'lost' && last !== undefined ? all(last.answers(200), complete) : complete
})
