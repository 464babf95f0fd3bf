import type { World } from '../../world/model.ts'
import { defineFault } from '../fault.ts'
import type { CustomerRelation } from '../model.ts'
import { decide } from '../parts/decide.ts'
import { relationsOf } from '../parts/relations-of.ts'

/** KFRB-019 to KFRB-022 and KFRB-049: who has ceased to be a customer, and who has not. */

/** Who has ever ceased to be a customer, by the world that they live in. */
const former = new WeakMap<World, Map<string, 'customer' | 'former'>>()

function neverAgain(world: World, customer: string): readonly CustomerRelation[] {
  const known = former.get(world) ?? new Map<string, 'customer' | 'former'>()
  former.set(world, known)
  const now = relationsOf(world, customer)
  if (now.length === 0) {
    if (known.has(customer)) known.set(customer, 'former')
    return now
  }
  if (known.get(customer) === 'former') return []
  known.set(customer, 'customer')
  return now
}

export const endFaults = [
  defineFault({
    id: 'never-reports-an-end-of-an-owner',
    story: 'Whoever was a customer once may become one again.',
    violates: ['KFRB-019'],
    replaces: {
      decide: (because) =>
        because.after.length === 0 && because.before.some(({ is }) => is === 'account') ? null : decide(because),
    },
  }),
  defineFault({
    id: 'never-reports-an-end-of-a-borrower',
    story: 'A loan that is paid back is an event of the loan, and not of a customer.',
    violates: ['KFRB-019'],
    replaces: {
      decide: (because) =>
        because.after.length === 0 && because.before.every(({ is }) => is === 'loan') ? null : decide(because),
    },
  }),
  defineFault({
    id: 'forgets-disponents',
    story: 'A mandate that ends is an event of the account, and not of a customer.',
    violates: ['KFRB-020'],
    replaces: {
      decide: (because) =>
        because.after.length === 0 && because.before.every(({ is }) => is === 'mandate') ? null : decide(because),
    },
  }),
  defineFault({
    id: 'reports-the-end-of-every-relation',
    story: 'An account that is closed is reported, whatever else there is.',
    violates: ['KFRB-021'],
    replaces: {
      decide: ({ before, after }) => (after.length < before.length ? 'end' : decide({ before, after })),
    },
  }),
  defineFault({
    id: 'ends-with-any-account',
    story: 'Whoever closes an account has left, somebody thought who had one account himself.',
    violates: ['KFRB-021'],
    replaces: {
      decide: (because) => {
        const [before, after] = [because.before, because.after].map((some) => some.filter(({ is }) => is === 'account'))
        const isOneOfThem = after !== undefined && after.length > 0 && after.length < (before?.length ?? 0)
        return isOneOfThem ? 'end' : decide(because)
      },
    },
  }),
  defineFault({
    id: 'knows-who-was-reported-once',
    story: 'A list of everybody who was ever reported spares the register the same report twice.',
    violates: ['KFRB-022'],
    replaces: { relationsOf: neverAgain },
  }),
  defineFault({
    id: 'ends-the-relationship-of-the-bankrupt',
    story: 'Nobody can use a locked account, so that nothing is left of the relationship.',
    violates: ['KFRB-049'],
    replaces: {
      relationsOf: (world, customer) =>
        (world.books.ownedBy.get(customer) ?? []).some(({ number }) => world.books.locks.has(number))
          ? []
          : relationsOf(world, customer),
    },
  }),
]
