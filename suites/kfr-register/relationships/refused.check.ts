import { addDays } from '../../../contracts/calendar.ts'
import { headerNames, queryNames } from '../../../contracts/kfr/operations.ts'
import { all, given, labelled } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { callsOf, versionsOf } from '../calls.ts'
import { answered, refused, served } from '../judging.ts'
import { header, query } from './probes.ts'

/** Questions of agencies that cannot be answered, and how they are refused. */

export default defineCheck(import.meta, {
  verifies: 'KFRO-054',
  ask: async (doors) => {
    const calls = callsOf(doors)
    const found = []
    for (const version of versionsOf(doors.target)) {
      const lawful = calls.relationships(version, calls.customer('looked-up'))
      const backwards = { [queryNames.from]: calls.today, [queryNames.to]: addDays(calls.today, -2) }
      found.push({
        version,
        lawful: await doors.ask(lawful),
        numbers: [
          await doors.ask(lawful, header(headerNames.customer, '1234567890')),
          await doors.ask(lawful, header(headerNames.customer, 'ABCDEFGHI')),
        ],
        periods: [
          await doors.ask(lawful, query(queryNames.from, '20.11.2026')),
          await doors.ask(lawful, { query: backwards }),
        ],
        representation: await doors.ask(lawful, header('Accept', 'text/csv')),
      })
    }
    return found
  },
  judge: (found) =>
    all(
      ...found.map(({ version, lawful, numbers, periods, representation }) =>
        labelled(
          version,
          given(served(lawful), () =>
            all(
              ...numbers.map((answer) => labelled('bad CustomerID', refused(answer, 400, 'ERR-002'))),
              ...periods.map((answer) => labelled('bad period', refused(answer, 400, 'ERR-003'))),
              labelled('Accept: text/csv', answered(representation, 406)),
            ),
          ),
        ),
      ),
    ),
})
