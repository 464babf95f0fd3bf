import { today } from '../../../../contracts/calendar.ts'
import { addDays } from '../../world/days.ts'
import { defineFault } from '../fault.ts'
import { afterBatch } from '../parts/after-batch.ts'
import { element } from '../parts/element.ts'
import { entries } from '../parts/entries.ts'
import { form } from '../parts/form.ts'
import { list } from '../parts/list.ts'

/** KFRB-031 to KFRB-035: the file of the first load, as bytes and as parts. */

const written =
  (change: (lawful: ReturnType<typeof form>, boundary: string) => ReturnType<typeof form>) =>
  (text: string, boundary: string) =>
    change(form(text, boundary), boundary)

export const formFaults = [
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
    id: 'sends-a-file-of-any-size',
    story: 'Nobody has looked at how much the register takes.',
    violates: ['KFRB-035'],
    replaces: {
      list: (elements) => list(elements).padEnd(45_000_000, ' '),
      // Once is enough to see it.
      afterBatch: (answer, attempts) => ('silent' in answer ? { does: 'alarm' } : afterBatch(answer, attempts)),
    },
  }),
]
