import { addDays } from '../../../contracts/calendar.ts'
import { parseOrganisationNumber } from '../../../contracts/identity/organisation-number.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import { all, forEach, given, inconclusive, type Judgement, labelled } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { callsOf, versionsOf } from '../calls.ts'
import { type Row, rowsAt, rowsOf, served } from '../judging.ts'
import { atBoth } from '../own/acts.ts'
import { judged, withSample } from '../samples.ts'
import { bothByAgency } from './acts.ts'

/** What stands in a row of a look-up. */

const everyRow = (answer: Answer, judge: (row: Row) => Judgement): Judgement =>
  given(served(answer), () =>
    rowsOf(answer).length === 0
      ? inconclusive('nothing-to-iterate', `${answer.exchange.id} has no row`)
      : all(...rowsOf(answer).map(judge)),
  )

async function looked({ play }: Doors) {
  const { mine, ofMine } = await play(atBoth)
  const byAgency = await play(bothByAgency)
  return {
    mine,
    asked: [
      { label: 'own look-up', asked: ofMine },
      ...byAgency.map(({ version, answer }) => ({ label: version, asked: answer })),
    ],
  }
}

const spelled = (answer: Answer, { at, fields }: Row): Judgement =>
  all(
    answer.finds(parseOrganisationNumber(fields.organizationID).ok, {
      what: 'should have organizationID, a text of nine digits',
      expected: 'an organisation number',
      at: `${at}/organizationID`,
    }),
    answer.finds(typeof fields.bankName === 'string' && fields.bankName !== '', {
      what: 'should have bankName',
      expected: 'a name',
      at: `${at}/bankName`,
    }),
  )

export default [
  defineCheck(import.meta, {
    verifies: 'KFRO-043',
    ask: looked,
    judge: ({ asked }) => forEach(asked, (answer) => everyRow(answer, (row) => spelled(answer, row))),
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-044',
    ask: looked,
    judge: ({ asked }) =>
      forEach(asked, (answer) =>
        everyRow(answer, ({ at, fields }) =>
          answer.finds(fields.activeAccount === false, {
            what: 'activeAccount should be there, and false: nothing but a report is known of it',
            expected: false,
            at: `${at}/activeAccount`,
          }),
        ),
      ),
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-045',
    ask: ({ ask, target, runId }) =>
      withSample(target, 'karCustomer', async (customer) => {
        const calls = callsOf({ target, runId })
        const before = addDays(calls.today, -1)
        const asked = []
        for (const version of versionsOf(target)) {
          const today = await ask(calls.relationships(version, customer))
          const earlier = await ask(calls.relationships(version, customer, { from: before, to: before }))
          asked.push({ label: version, asked: { today, earlier } })
        }
        return asked
      }),
    judge: (found) =>
      judged(found, 'karCustomer', (asked) =>
        forEach(asked, ({ today, earlier }) =>
          given(
            all(
              served(today),
              today.finds(
                rowsOf(today).some(({ fields }) => fields.activeAccount === true),
                { what: 'is active today', expected: true, at: '/banks' },
              ),
            ),
            () =>
              everyRow(earlier, ({ at, fields }) =>
                earlier.finds(fields.activeAccount === false, {
                  what: 'activeAccount should be false where toDate is not today',
                  expected: false,
                  at: `${at}/activeAccount`,
                }),
              ),
          ),
        ),
      ),
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-065',
    ask: async (doors) => ({ ...(await looked(doors)), name: callsOf(doors).profile.clients.reporter.name }),
    judge: ({ mine, asked, name }) =>
      name === undefined
        ? inconclusive(
            'fixture-missing',
            'the configuration has no name for the first reporter ("kfrRegister.clients.reporter.name")',
          )
        : forEach(asked, (answer) => {
            const [row] = rowsAt(answer, mine)
            if (row === undefined) return inconclusive('need-not-met', `${answer.exchange.id} does not show it`)
            return labelled(
              'the first reporter',
              answer.finds(row.fields.bankName === name, {
                what: 'should be named as in Enhetsregisteret',
                expected: name,
                at: `${row.at}/bankName`,
              }),
            )
          }),
  }),
]
