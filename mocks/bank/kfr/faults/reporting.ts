import type { World } from '../../world/model.ts'
import { defineFault } from '../fault.ts'
import type { CustomerRelation } from '../model.ts'
import { afterAnswer } from '../parts/after-answer.ts'
import { decide } from '../parts/decide.ts'
import { entries } from '../parts/entries.ts'
import { relationsOf } from '../parts/relations-of.ts'

/** KFRB-014 to KFRB-018, KFRB-023 and KFRB-050: who is reported. */

const without =
  (isLeftOut: (relation: CustomerRelation, customer: string, world: World) => boolean) =>
  (world: World, customer: string): readonly CustomerRelation[] =>
    relationsOf(world, customer).filter((relation) => !isLeftOut(relation, customer, world))

const isDNumber = (customer: string) => customer.length === 11 && customer[0] !== undefined && customer[0] > '3'

/** A synthetic number without its mark: the month is less by 80. */
const unmarked = (customer: string) => `${customer.slice(0, 2)}0${customer.slice(3)}`

export const reportingFaults = [
  defineFault({
    id: 'reports-accounts-at-night-only',
    story: 'New accounts go to a job of the night, which passes over what fails.',
    violates: ['KFRB-014'],
    replaces: {
      decide: (because) => {
        const isAccount = because.before.length === 0 && because.after.some(({ is }) => is === 'account')
        return isAccount ? null : decide(because)
      },
    },
  }),
  defineFault({
    id: 'reports-depositors-only',
    story: 'The register was understood to be one of accounts.',
    violates: ['KFRB-015', 'KFRB-021'],
    replaces: { relationsOf: without(({ is }) => is === 'loan') },
  }),
  defineFault({
    id: 'reports-owners-only',
    story: 'Whoever disposes of an account is no customer, somebody thought.',
    violates: ['KFRB-016'],
    replaces: { relationsOf: without(({ is }) => is === 'mandate') },
  }),
  defineFault({
    id: 'rejects-d-numbers',
    story: 'A day above 31 is none, says the bank’s own check.',
    violates: ['KFRB-017'],
    replaces: { relationsOf: without((_relation, customer) => isDNumber(customer)) },
  }),
  defineFault({
    id: 'reports-guarantors',
    story: 'Everybody who has signed the agreement is a customer.',
    violates: ['KFRB-018'],
    replaces: {
      relationsOf: (world, customer) => [
        ...relationsOf(world, customer),
        ...world.books.accounts.flatMap(({ closed, others, opened }) =>
          closed === null && others.some(({ party, role }) => party === customer && role === 'guarantor')
            ? [{ is: 'loan' as const, since: opened }]
            : [],
        ),
      ],
    },
  }),
  defineFault({
    id: 'reports-every-new-customer-twice',
    story: 'Two systems tell of it, and each of them is listened to.',
    violates: [],
    tolerates: ['KFRB-014'],
    replaces: {
      afterAnswer: (task, answer) =>
        task.act === 'add' && 'status' in answer && answer.status < 300 && task.attempts === 1
          ? { does: 'again', afterMs: 20 }
          : afterAnswer(task, answer),
    },
  }),
  defineFault({
    id: 'takes-200-for-an-error',
    story: 'The documentation of the first version knew 201 alone.',
    violates: ['KFRB-023'],
    replaces: {
      afterAnswer: (task, answer) =>
        'status' in answer && answer.status === 200 && task.attempts < 3
          ? { does: 'again' }
          : afterAnswer(task, answer),
    },
  }),
  defineFault({
    id: 'tests-with-real-customers',
    story: 'The test environment was filled from production, and nobody has masked the numbers.',
    violates: [],
    tolerates: ['KFRB-050'],
    replaces: {
      entries(reporter, relations) {
        const all = entries(reporter, relations)
        const first = all.find(({ customer }) => customer.length === 11 && customer[2] === '8')
        return all.map((entry) => (entry === first ? { ...entry, customer: unmarked(entry.customer) } : entry))
      },
    },
  }),
]
