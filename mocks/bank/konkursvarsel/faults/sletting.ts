import type { Account, World } from '../../world/model.ts'
import { openingsAfter } from '../../world/received.ts'
import { defineFault } from '../fault.ts'
import { decide } from '../parts/decide.ts'
import { filterKnown } from '../parts/filter-known.ts'
import { record } from '../parts/record.ts'
import { reopen } from '../parts/reopen.ts'
import { exactly } from './exactly.ts'

/** KV-051 to KV-058: what a sletting opens again, and what it does not. */

/** Accounts of a party are no longer what they were. */
function change({ books }: World, owner: string, changed: (account: Account) => Account): void {
  const held = books.ownedBy.get(owner) ?? []
  for (const [index, account] of held.entries()) {
    const next = changed(account)
    held[index] = next
    books.accounts[books.accounts.indexOf(account)] = next
  }
}

/** Arrivals in the order in which they came: each later than the one before. */
let arrivals = 0
const arrived = () => new Date(Date.UTC(2000, 0, 1) + arrivals++).toISOString()

export const slettingFaults = [
  defineFault({
    id: 'never-reopens',
    story: 'Five a year are too few to build anything for: what is locked stays locked.',
    violates: ['KV-051', 'KV-074'],
    tolerates: ['KV-061'],
    replaces: { reopen: () => undefined },
  }),
  defineFault({
    id: 'lifts-every-block',
    story: 'A sletting opens the debtor’s accounts, whatever they were blocked for.',
    violates: ['KV-052'],
    replaces: {
      reopen(client, opening) {
        reopen(client, opening)
        change(client.world, opening.debtor, (account) => ({ ...account, frozen: false }))
      },
    },
  }),
  defineFault({
    id: 'opens-closed-accounts',
    story: 'The state before the opening is put back, with accounts that were closed since.',
    violates: ['KV-053'],
    replaces: {
      reopen(client, opening) {
        reopen(client, opening)
        change(client.world, opening.debtor, (account) => ({
          ...account,
          closed: null,
          owned: { ...account.owned, to: null },
        }))
      },
    },
  }),
  defineFault({
    id: 'acts-in-the-order-of-the-list',
    story: 'What stands first came first.',
    violates: ['KV-054'],
    replaces: {
      inOrder: (items) => items,
      decide: (client, item, detail, units) => ({ ...decide(client, item, detail, units), registered: arrived() }),
    },
  }),
  defineFault({
    id: 'locks-again-on-a-replay',
    story: 'An opening of somebody who is not locked is news, whenever it comes.',
    violates: ['KV-055'],
    replaces: {
      chooseWatermark: exactly,
      filterKnown(client, items) {
        const unknown = filterKnown(client, items)
        const { received, standing } = client.world.books
        return items.filter(
          (item) =>
            unknown.includes(item) ||
            (item.type === 'aapning' && received.has(item.debtor) && !standing.has(item.debtor)),
        )
      },
    },
  }),
  defineFault({
    id: 'clears-a-debtor-for-good',
    story: 'Whoever was cleared once is on a list of those who are never locked.',
    violates: ['KV-056'],
    replaces: {
      decide(client, item, detail, units) {
        const notice = decide(client, item, detail, units)
        const known = client.world.books.received.get(item.debtor) ?? []
        const isCleared = known.some(({ type }) => type === 'sletting') && openingsAfter(known).length === 0
        return notice.effect === 'opens' && isCleared ? { ...notice, effect: 'leaves' } : notice
      },
    },
  }),
  defineFault({
    id: 'opens-whatever-a-sletting-names',
    story: 'A sletting without an opening opens what it finds.',
    violates: ['KV-057'],
    replaces: {
      record(client, notice) {
        record(client, notice)
        if (notice.type === 'sletting' && notice.decision === 'noted')
          change(client.world, notice.debtor, (account) => ({ ...account, frozen: false }))
      },
    },
  }),
  defineFault({
    id: 'leaves-the-enk-locked',
    story: 'The person is opened, and nobody remembers what was locked besides.',
    violates: ['KV-058'],
    replaces: {
      reopen({ world }, opening) {
        for (const { number } of world.books.ownedBy.get(opening.debtor) ?? []) {
          const causes = world.books.locks.get(number)
          if (causes?.delete(opening.uuid) === true && causes.size === 0) world.books.locks.delete(number)
        }
      },
    },
  }),
]
