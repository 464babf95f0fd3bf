import type { IsoDate } from '../../../../contracts/calendar.ts'
import type { Link } from '../../../../contracts/kontrollinformasjon/wire.ts'
import { osloTime } from '../../world/days.ts'
import type { Transaction } from '../../world/model.ts'
import { defineFault } from '../fault.ts'
import { listTransactions, type PagePolicy } from '../parts/list-transactions.ts'
import { refusals } from '../refusal.ts'

/** KI-PAG-001 and KI-PAG-002: large results. */

const withoutNextOn = (last: number, which: string) =>
  defineFault({
    id: `ends-at-page-${which}`,
    story: `Whether more follows is asked of a count that stops at page ${which}.`,
    violates: ['KI-PAG-002', 'KI-PAG-001', 'KI-PAG-009', 'KI-TRX-006'],
    replaces: {
      listTransactions: listTransactions({
        link: (links, page) => (page === last ? links.filter(({ rel }) => rel !== 'next') : links),
      }),
    },
  })

/** The second page with ten of its booked transactions replaced, so that the count stays right. */
const instead = (change: (transaction: Transaction) => Partial<Transaction>): Partial<PagePolicy> => ({
  select: (transactions, page) =>
    transactions.map((one, index) =>
      page === 2 && index >= 500 && index < 510
        ? { ...one, identifier: `another-${one.identifier}`, ...change(one) }
        : one,
    ),
})

const withoutCursor = (link: Link): Link => ({ ...link, href: link.href.replace(/&cursor=[^&]*/, '') })

/** `next` of this page is the first one. */
const leadsBackFrom = (wanted: number): Partial<PagePolicy> => ({
  link: (links, page) =>
    page === wanted ? links.map((link) => (link.rel === 'next' ? withoutCursor(link) : link)) : links,
})

const losses: Readonly<Record<string, { readonly story: string; readonly changes: Partial<PagePolicy> }>> = {
  'delivers-fifty-twice-and-loses-fifty': {
    story:
      'The second page begins fifty rows too early and ends fifty too early, and the third begins where it should.',
    changes: {
      select: (transactions, page, all) => (page === 2 ? all.slice(950, 950 + transactions.length) : transactions),
    },
  },
  'delivers-reservations-in-place-of-bookings': {
    story: 'What is reserved and what is booked are read together, and the page is full before all bookings are in it.',
    changes: instead(() => ({ status: 'pending', booked: null })),
  },
  'delivers-old-transactions-in-place-of-new-ones': {
    story: 'One batch of ten is read from the archive of another year.',
    changes: instead(({ day }) => {
      const old = `2020${day.slice(4, 8)}01` as IsoDate
      return { day: old, registered: osloTime(old, '08:00:00'), booked: osloTime(old, '12:00:00') }
    }),
  },
  'leads-back-from-page-two': {
    story: 'The position of the second page is lost, so its next is the beginning.',
    changes: leadsBackFrom(2),
  },
  'leads-from-page-one-to-itself': {
    story: 'The link to the next page is made of the request, and the position is put in nowhere.',
    changes: leadsBackFrom(1),
  },
}

export const pageFaults = [
  defineFault({
    id: 'loses-transactions-inside-a-page',
    story: 'One batch of ten fails in the middle of the second page, and the error is swallowed.',
    violates: ['KI-PAG-001', 'KI-PAG-009', 'KI-TRX-006'],
    replaces: {
      listTransactions: listTransactions({
        select: (transactions, page) => (page === 2 ? transactions.toSpliced(500, 10) : transactions),
      }),
    },
  }),
  withoutNextOn(1, 'one'),
  withoutNextOn(2, 'two'),
  defineFault({
    id: 'delivers-the-first-thousand-only',
    story: 'The query has a limit of a thousand rows, and paging was never built.',
    violates: ['KI-PAG-002', 'KI-PAG-001', 'KI-PAG-009', 'KI-TRX-006'],
    replaces: { listTransactions: listTransactions({ link: () => [] }) },
  }),
  ...Object.entries(losses).map(([id, { story, changes }]) =>
    defineFault({
      id,
      story,
      violates: ['KI-PAG-001', 'KI-PAG-009', 'KI-TRX-006'],
      replaces: { listTransactions: listTransactions(changes) },
    }),
  ),
  defineFault({
    id: 'breaks-on-page-two',
    story: 'The cursor is read as a number, which works for none but the first page.',
    violates: ['KI-PAG-001', 'KI-PAG-009', 'KI-TRX-006'],
    replaces: {
      listTransactions: listTransactions({
        select: (transactions, page) => {
          if (page === 2) throw refusals.technical()
          return transactions
        },
      }),
    },
  }),
]
