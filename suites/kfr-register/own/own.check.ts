import { addDays } from '../../../contracts/calendar.ts'
import { headerNames, queryNames } from '../../../contracts/kfr/operations.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import { type Asked, all, forEach, given, labelled } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { callsOf } from '../calls.ts'
import { dayAfter } from '../history/acts.ts'
import { hides, refused, rowsOf, served, shows } from '../judging.ts'
import { atBoth } from './acts.ts'

/** What an institution learns of its own customers, and of nobody else's. */

export default [
  defineCheck(import.meta, {
    verifies: 'KFRO-037',
    ask: ({ play }) => play(atBoth),
    judge: ({ mine, other, ofMine, ofOther }) =>
      given(all(shows(ofMine, mine, 'a customer of both'), shows(ofOther, other, 'a customer of both')), () =>
        all(
          ...[
            { answer: ofMine, own: mine },
            { answer: ofOther, own: other },
          ].flatMap(({ answer, own }) =>
            rowsOf(answer).map(({ at, number }) =>
              answer.finds(number === own, {
                what: 'no other institution should be shown',
                expected: own,
                at: `${at}/organizationID`,
              }),
            ),
          ),
        ),
      ),
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-038',
    ask: async (doors) => {
      const calls = callsOf(doors)
      return doors.ask(calls.own(calls.customer('never-known')))
    },
    judge: (unknown) =>
      unknown.status === 200
        ? unknown.finds(Array.isArray(Object(unknown.body).banks) && rowsOf(unknown).length === 0, {
            what: 'an unknown customer should be answered with an empty list',
            expected: [],
            at: '/banks',
          })
        : served(unknown),
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-039',
    ask: async (doors) => {
      const calls = callsOf(doors)
      const lawful = calls.own(calls.customer('echo'), { from: calls.today, to: calls.today })
      const periods: Readonly<Record<string, Readonly<Record<string, string>>>> = {
        'day first': { [queryNames.from]: '20.11.2026' },
        'no such day': { [queryNames.to]: '2026-02-30' },
        backwards: { [queryNames.from]: calls.today, [queryNames.to]: addDays(calls.today, -2) },
      }
      const asked: Asked<Answer>[] = []
      for (const [label, query] of Object.entries(periods))
        asked.push({ label, asked: await doors.ask(lawful, { query }) })
      const numbers: Asked<Answer>[] = []
      for (const [at, number] of ['1234567890', 'ABCDEFGHI'].entries())
        numbers.push({
          label: `wrong number ${at + 1}`,
          asked: await doors.ask(lawful, { headers: { [headerNames.customer]: number } }),
        })
      return { lawful: await doors.ask(lawful), asked, numbers }
    },
    judge: ({ lawful, asked, numbers }) =>
      given(served(lawful), () =>
        all(
          forEach(asked, (answer) => refused(answer, 400, 'ERR-003')),
          forEach(numbers, (answer) => refused(answer, 400, 'ERR-002')),
        ),
      ),
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-040',
    hooks: ['clock'],
    turn: 'late',
    ask: ({ play }) => play(dayAfter),
    judge: ({ own, ownDayAfter, ownThen, ownActive }) =>
      given(shows(ownThen, own, 'in a period that covers it'), () =>
        all(
          labelled('ended the day before', hides(ownDayAfter, own, 'without dates')),
          labelled('still active', shows(ownActive, own, 'without dates')),
        ),
      ),
  }),
]
