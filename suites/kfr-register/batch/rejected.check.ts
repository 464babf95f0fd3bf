import { closing, opening } from '../../../contracts/kfr/batch/multipart.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import { type Asked, all, forEach, given, labelled } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { callsOf } from '../calls.ts'
import { type BatchOptions, batchOf } from '../forms.ts'
import { hides, notDone, refused, shows, taken } from '../judging.ts'
import { halfBad } from './acts.ts'

/** Batches in which something is wrong. Beside them stands that the same form is taken when nothing is. */

const lawfulBatch = (doors: Doors): Promise<Answer> => {
  const calls = callsOf(doors)
  return doors.ask(batchOf(calls, { told: 'one customer', list: calls.customer('doors') }))
}

async function each(
  doors: Doors,
  table: Readonly<Record<string, Omit<BatchOptions, 'told'>>>,
): Promise<Asked<Answer>[]> {
  const calls = callsOf(doors)
  const asked: Asked<Answer>[] = []
  for (const [told, options] of Object.entries(table))
    asked.push({ label: told, asked: await doors.ask(batchOf(calls, { told, ...options })) })
  return asked
}

const boundary = '873380600719114776488946'
const another = '111111111111111111111111'

/** The part of that name is taken out. */
const without = (part: string) => (body: string) => {
  const pieces = body.split(`--${boundary}`)
  return pieces.filter((piece) => !piece.includes(`name="${part}"`)).join(`--${boundary}`)
}

export default [
  defineCheck(import.meta, {
    verifies: 'KFRO-028',
    ask: async (doors) => {
      const customer = callsOf(doors).customer('batch-bad-date')
      const dates = ['08.11.2019', '2019-13-01', '20191108', '2019-02-30']
      return {
        lawful: await lawfulBatch(doors),
        asked: await each(
          doors,
          Object.fromEntries(dates.map((date) => [`the date ${date}`, { list: `${customer}#${date}` }])),
        ),
      }
    },
    judge: ({ lawful, asked }) =>
      given(taken(lawful), () => forEach(asked, (answer) => refused(answer, 400, 'KFR-010'))),
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-029',
    ask: async (doors) => {
      const list = callsOf(doors).customer('batch-rejected')
      return {
        lawful: await lawfulBatch(doors),
        numbers: await each(doors, {
          'a number of twelve digits': { list: `${list},123456789012` },
          'letters among digits': { list: `${list},1234567890A` },
          'semicolons for commas': { list: `${list};${list}` },
        }),
        types: await each(doors, { 'another customer_type': { list, type: 'KARBANK' } }),
        parts: await each(doors, {
          'no customer_type': { list, boundary, damage: without('customer_type') },
          'no customers': { list, boundary, damage: without('customers') },
        }),
      }
    },
    judge: ({ lawful, numbers, types, parts }) =>
      given(taken(lawful), () =>
        all(
          forEach(numbers, (answer) => refused(answer, 400, 'KFR-005')),
          forEach(types, (answer) => refused(answer, 400, 'KFR-009')),
          forEach(parts, (answer) => refused(answer, 400, 'KFR-004')),
        ),
      ),
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-030',
    ask: ({ play }) => play(halfBad),
    judge: ({ own, rejected, next, ofNext, ofFirst, ofLast }) =>
      given(all(notDone(rejected), taken(next), shows(ofNext, own, 'of the batch after it')), () =>
        all(
          labelled('the element before the bad one', hides(ofFirst, own, 'after the rejection')),
          labelled('the element after it', hides(ofLast, own, 'after the rejection')),
        ),
      ),
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-036',
    ask: async (doors) => {
      const calls = callsOf(doors)
      const list = calls.customer('batch-mismatched')
      const quoted = calls.customer('batch-quoted')
      const form = (told: string, options: Omit<BatchOptions, 'told'>) =>
        doors.ask(batchOf(calls, { told, ...options }))
      return {
        lawful: await lawfulBatch(doors),
        asked: await each(doors, {
          'another boundary in the header': { list, boundary, contentType: `multipart/form-data; boundary=${another}` },
          'no boundary in the header': { list, boundary, contentType: 'multipart/form-data' },
          'another boundary in the body': {
            list,
            boundary,
            damage: (body) =>
              body
                .replaceAll(closing(boundary).toString(), closing(another).toString())
                .replaceAll(opening(boundary).toString(), opening(another).toString()),
          },
        }),
        quoted: await form('a quoted boundary', {
          list: quoted,
          boundary,
          contentType: `multipart/form-data; boundary="${boundary}"`,
        }),
      }
    },
    judge: ({ lawful, asked, quoted }) =>
      given(taken(lawful), () =>
        all(
          forEach(asked, notDone),
          // Multipart allows quotes, and the FAQ does without them: noted, whatever it is.
          quoted.finds(true, {
            what: `a quoted boundary was ${quoted.status === 201 ? 'accepted' : 'refused'}: both are lawful`,
            expected: 'either',
            at: 'status',
          }),
        ),
      ),
  }),
]
