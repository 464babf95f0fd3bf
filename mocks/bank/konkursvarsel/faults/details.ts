import { defineFault } from '../fault.ts'
import { type Detail, Failure } from '../model.ts'
import { detailUrl } from '../parts/detail-url.ts'
import { fetchDetail } from '../parts/fetch-detail.ts'
import { moveWatermark } from '../parts/move-watermark.ts'

/** KV-024 and KV-033 to KV-036: what is fetched of a notice, and from where. */

const needed = ['debitornavn', 'kjennelsesdato', 'konkursgrunnlag', 'tingrett', 'bostyrer']
const lacks = (detail: Detail) => detail.type === 'aapning' && needed.some((member) => detail[member] === undefined)

export const detailFaults = [
  defineFault({
    id: 'locks-blind',
    story: 'The list says who is bankrupt, so nobody looks at the detail of an opening.',
    violates: ['KV-033'],
    replaces: {
      fetchDetail: async (client, item, url, signal) =>
        item.type === 'aapning' ? {} : fetchDetail(client, item, url, signal),
    },
  }),
  defineFault({
    id: 'follows-any-link',
    story: 'A link is there to be followed, wherever it leads.',
    violates: [],
    tolerates: ['KV-034'],
    replaces: { detailUrl: (client, item) => item.href ?? detailUrl(client, item) },
  }),
  defineFault({
    id: 'forgets-failed-details',
    story: 'A notice is marked as processed before its detail is there.',
    violates: ['KV-035', 'KV-012'],
    replaces: {
      moveWatermark: (client, { done, failed }) => moveWatermark(client, { done: [...done, ...failed], failed: [] }),
    },
  }),
  defineFault({
    id: 'needs-every-member-of-a-detail',
    story: 'Whatever the first example held is required.',
    violates: ['KV-024'],
    replaces: {
      async fetchDetail(client, item, url, signal) {
        const detail = await fetchDetail(client, item, url, signal)
        if (lacks(detail)) throw new Failure('a member is missing')
        return detail
      },
    },
  }),
  defineFault({
    id: 'chokes-on-norwegian-letters',
    story: 'The reader takes bytes for ASCII, and ends where a name has an å.',
    violates: ['KV-036'],
    replaces: {
      async fetchDetail(client, item, url, signal) {
        const detail = await fetchDetail(client, item, url, signal)
        if ([...JSON.stringify(detail)].some((letter) => letter > '~')) throw new Failure('a byte is no letter')
        return detail
      },
    },
  }),
]
