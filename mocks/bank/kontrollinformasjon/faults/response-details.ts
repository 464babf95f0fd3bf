import type { Context } from '../context.ts'
import { defineFault, type Fault } from '../fault.ts'
import { stateCompleteness } from '../parts/state-completeness.ts'
import { isPersonal, on, where } from './where.ts'

/** KI-RSP-001: answers without responseDetails, or with something else under its name. */
const omission = (fault: Pick<Fault, 'id' | 'story' | 'violates'>, isLeftOut: (context: Context) => boolean) =>
  defineFault({ ...fault, replaces: { stateCompleteness: stateCompleteness({ isLeftOut }) } })

export const responseDetailsFaults = [
  omission(
    {
      id: 'omits-response-details-from-list',
      story: 'The list was taken over from the first version of the interface, which had no responseDetails.',
      violates: ['KI-RSP-001', 'KI-ACC-001'],
    },
    ({ operation }) => operation === 'accounts',
  ),
  omission(
    {
      id: 'omits-response-details-from-details',
      story: 'Somebody thought that one account is always complete.',
      violates: ['KI-RSP-001', 'KI-DET-001'],
    },
    ({ operation }) => operation === 'details',
  ),
  omission(
    {
      id: 'omits-response-details-from-transactions',
      story: 'The transactions come from another team, who never saw that it was added.',
      violates: ['KI-RSP-001', 'KI-TRX-001'],
    },
    ({ operation }) => operation === 'transactions',
  ),
  omission(
    {
      id: 'omits-response-details-after-the-first-page',
      story: 'Somebody thought that the first page speaks for all of them.',
      violates: ['KI-RSP-001', 'KI-TRX-001'],
    },
    ({ found }) => (found.page ?? 1) > 1,
  ),
  omission(
    {
      id: 'omits-response-details-from-transactions-of-persons',
      story: 'The transactions of persons come from the retail system, which was never changed.',
      violates: ['KI-RSP-001', 'KI-TRX-001'],
    },
    (context) => on('transactions')(context) && isPersonal(context),
  ),
  defineFault({
    id: 'writes-response-details-as-text-on-details',
    story: 'The status is the only thing in it, so somebody left the object away.',
    violates: ['KI-RSP-001', 'KI-DET-001'],
    replaces: {
      stateCompleteness: where(on('details'), stateCompleteness({ detailsOf: () => 'complete' }), stateCompleteness()),
    },
  }),
]
