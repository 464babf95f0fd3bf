import { publishedNotices } from '../../../contracts/konkursvarsel/published.ts'
import type { Notice } from './notice.ts'

/** The fifteen of the published test set. Their rulings are not told; that of an opening is taken to be of its day. */
export const publishedSet = (now: number): readonly Notice[] =>
  publishedNotices.map(({ debitor, ...order }) => ({
    uuid: order.uuid,
    registered: Date.parse(order.registreringstidspunkt),
    shownFrom: now,
    order: {
      ...order,
      debtor: 'nobody',
      ...(order.type === 'aapning' ? { kjennelsesdato: order.registreringstidspunkt.slice(0, 10) } : {}),
    },
    debtor: { id: debitor, name: debitor.length === 9 ? 'TESTFORETAK AS' : 'TESTPERSON' },
    linked: [],
    konkursbo: null,
  }))
