import { addDays } from '../../world/days.ts'
import { defineFault } from '../fault.ts'
import { afterBatch } from '../parts/after-batch.ts'
import { entries } from '../parts/entries.ts'
import { list } from '../parts/list.ts'
import { nextTask } from '../parts/next-task.ts'

/** KFRB-037 to KFRB-043: who stands in the file of the first load, and what is reported beside it. */

const givingUp: typeof afterBatch = (answer, attempts) =>
  'status' in answer && answer.status === 400 ? { does: 'alarm' } : afterBatch(answer, attempts)

/** Gives the rows another beginning each time. */
let attemptsMade = 0

export const batchFaults = [
  defineFault({
    id: 'sends-the-file-again-to-be-sure',
    story: 'Whom the register does not show a moment later has not come through.',
    violates: ['KFRB-037'],
    replaces: {
      afterBatch: (answer, attempts) =>
        'status' in answer && answer.status === 201 && attempts === 2
          ? { does: 'again', afterMs: 10 }
          : afterBatch(answer, attempts),
    },
  }),
  defineFault({
    id: 'sends-the-file-again-in-another-order',
    story: 'A load that does not show after a moment is begun anew, and the database gives its rows in any order.',
    violates: ['KFRB-037'],
    replaces: {
      afterBatch: (answer, attempts) =>
        'status' in answer && answer.status === 201 && attempts === 2
          ? { does: 'again', afterMs: 10 }
          : afterBatch(answer, attempts),
      list(elements) {
        const from = attemptsMade++ % elements.length
        return list([...elements.slice(from), ...elements.slice(0, from)])
      },
    },
  }),
  defineFault({
    id: 'forgets-what-it-held-back',
    story: 'While a file is taken in no end is reported, and nobody comes back to those that came about meanwhile.',
    violates: ['KFRB-038'],
    replaces: {
      nextTask(tasks, now, isHeld) {
        for (const task of tasks) if (isHeld(task)) task.notBefore = now + 3_600_000
        return nextTask(tasks, now, isHeld)
      },
    },
  }),
  defineFault({
    id: 'reports-ends-during-the-load',
    story: 'An end is reported as soon as it comes about, always.',
    violates: ['KFRB-038'],
    replaces: { isHeld: () => false },
  }),
  defineFault({
    id: 'waits-with-everything-during-the-load',
    story: 'While a file is taken in nothing else is reported, and what came meanwhile is thought to be in it.',
    violates: ['KFRB-039'],
    replaces: {
      nextTask(tasks, now, isHeld) {
        const [some] = tasks
        const isLoading = some !== undefined && isHeld({ ...some, act: 'end' })
        if (isLoading) for (const task of tasks) if (task.act === 'add') task.notBefore = now + 3_600_000
        return nextTask(tasks, now, isHeld)
      },
    },
  }),
  defineFault({
    id: 'loads-former-customers',
    story: 'Everybody who stands in the customer register is in the file.',
    violates: ['KFRB-040'],
    replaces: {
      entries: (reporter, relations) => {
        const all = entries(reporter, relations)
        const known = new Set(all.map(({ customer }) => customer))
        const former = [...reporter.world.books.ownedBy.keys()].filter((customer) => !known.has(customer))
        return [...all, ...former.map((customer) => ({ customer, since: addDays(reporter.world.day, -900) }))]
      },
    },
  }),
  defineFault({
    id: 'lets-everybody-begin-today',
    story: 'A start date may be left out, and was.',
    violates: ['KFRB-041'],
    replaces: { element: ({ customer }) => customer },
  }),
  defineFault({
    id: 'lets-everybody-begin-yesterday',
    story: 'The start date is the day on which the file was made.',
    violates: ['KFRB-041'],
    replaces: {
      entries: (reporter, relations) =>
        entries(reporter, relations).map((entry) => ({ ...entry, since: addDays(reporter.world.day, -1) })),
    },
  }),
  defineFault({
    id: 'lists-customers-per-account',
    story: 'The file is made from the accounts.',
    violates: [],
    tolerates: ['KFRB-042'],
    replaces: {
      entries: (reporter, relations) =>
        entries(reporter, relations).flatMap((entry) =>
          relations(reporter.world, entry.customer).length > 1 ? [entry, entry] : [entry],
        ),
    },
  }),
  defineFault({
    id: 'forgets-one-of-two-files',
    story: 'The load is two files. The first is refused, the second accepted, and the log says that the load is done.',
    violates: ['KFRB-043'],
    replaces: {
      split: (all) => [all.slice(0, Math.floor(all.length / 2)), all.slice(Math.floor(all.length / 2))],
      afterBatch: givingUp,
    },
  }),
  defineFault({
    id: 'gives-a-refused-file-up',
    story: 'A refusal goes to a log that nobody reads.',
    violates: ['KFRB-043'],
    replaces: { afterBatch: givingUp },
  }),
]
