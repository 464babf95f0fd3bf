import { defineFault } from '../fault.ts'
import { listTransactions } from '../parts/list-transactions.ts'

/** KI-PAG-001 and KI-PAG-002: large results. */

const withoutNextOn = (last: number, which: string) =>
  defineFault({
    id: `ends-at-page-${which}`,
    story: `Whether more follows is asked of a count that stops at page ${which}.`,
    violates: ['KI-PAG-002', 'KI-PAG-001', 'KI-PAG-009', 'KI-TRX-006'],
    blinds: [],
    replaces: {
      listTransactions: listTransactions({
        link: (links, page) => (page === last ? links.filter(({ rel }) => rel !== 'next') : links),
      }),
    },
  })

export const pageFaults = [
  defineFault({
    id: 'loses-transactions-inside-a-page',
    story: 'One batch of ten fails in the middle of the second page, and the error is swallowed.',
    violates: ['KI-PAG-001', 'KI-PAG-009', 'KI-TRX-006'],
    blinds: [],
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
    blinds: [],
    replaces: { listTransactions: listTransactions({ link: () => [] }) },
  }),
]
