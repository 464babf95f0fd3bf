import { today } from '../../../../contracts/calendar.ts'
import { addDays } from '../../world/days.ts'
import { defineFault } from '../fault.ts'
import { afterBatch } from '../parts/after-batch.ts'
import { element } from '../parts/element.ts'
import { entries } from '../parts/entries.ts'
import { form } from '../parts/form.ts'
import { list } from '../parts/list.ts'
import { nextTask } from '../parts/next-task.ts'

/** KFRB-031 to KFRB-043: the file of the first load. */

const written =
  (change: (lawful: ReturnType<typeof form>, boundary: string) => ReturnType<typeof form>) =>
  (text: string, boundary: string) =>
    change(form(text, boundary), boundary)

const givingUp: typeof afterBatch = (answer, attempts) =>
  'status' in answer && answer.status === 400 ? { does: 'alarm' } : afterBatch(answer, attempts)

export const batchFaults = [
  defineFault({
    id: 'quotes-the-boundary',
    story: 'The library writes quotation marks around every parameter.',
    violates: ['KFRB-031'],
    replaces: {
      form: written(({ body }, boundary) => ({ contentType: `multipart/form-data; boundary="${boundary}"`, body })),
    },
  }),
  defineFault({
    id: 'never-closes-the-form',
    story: 'The last delimiter lacks its two hyphens.',
    violates: ['KFRB-031'],
    replaces: {
      form: written(({ contentType, body }, boundary) => ({
        contentType,
        body: body.replace(`--${boundary}--`, `--${boundary}`),
      })),
    },
  }),
  defineFault({
    id: 'names-the-parts-otherwise',
    story: 'Members are written in camel case everywhere else.',
    violates: ['KFRB-032'],
    replaces: {
      form: written(({ contentType, body }) => ({
        contentType,
        body: body.replace('"customer_type"', '"customerType"'),
      })),
    },
  }),
  defineFault({
    id: 'sends-the-list-without-a-file-name',
    story: 'The list is a field like any other.',
    violates: [],
    tolerates: ['KFRB-032'],
    replaces: {
      form: written(({ contentType, body }) => ({ contentType, body: body.replace('; filename="customers.csv"', '') })),
    },
  }),
  defineFault({
    id: 'separates-with-semicolons',
    story: 'The spreadsheet writes them so in Norwegian.',
    violates: ['KFRB-033'],
    replaces: { list: (elements) => elements.join(';') },
  }),
  defineFault({
    id: 'begins-with-a-header-line',
    story: 'A file of this kind says first what its columns are.',
    violates: ['KFRB-033'],
    replaces: { list: (elements) => `customer\n${list(elements)}` },
  }),
  defineFault({
    id: 'writes-days-as-people-do',
    story: 'A day is written as on paper, with points.',
    violates: ['KFRB-033'],
    replaces: { element: (entry) => element(entry).replace(/(\d{4})-(\d\d)-(\d\d)$/, '$3.$2.$1') },
  }),
  defineFault({
    id: 'invents-the-end-of-february',
    story: 'Where only the month is known the last of thirty days is written.',
    violates: ['KFRB-034'],
    replaces: { element: (entry) => element(entry).replace(/-\d\d-\d\d$/, '-02-30') },
  }),
  defineFault({
    id: 'lets-relationships-begin-tomorrow',
    story: 'The agreement is in force from the next day on.',
    violates: ['KFRB-034'],
    replaces: {
      entries: (reporter, relations) =>
        entries(reporter, relations).map((entry, index) =>
          index === 0 ? { ...entry, since: addDays(today(new Date()), 2) } : entry,
        ),
    },
  }),
  defineFault({
    id: 'sends-everything-in-one-file',
    story: 'The portfolio is one file, whatever it weighs.',
    violates: ['KFRB-035'],
    replaces: {
      // As many as a large bank has: what is said of each is the same.
      list: (elements) => list(elements).padEnd(11_000_000, ' '),
    },
  }),
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
