import { headerNames, paths } from '../../../contracts/kfr/operations.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import { type Asked, forEach, given } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { callsOf } from '../calls.ts'
import { atEach, isReporting } from '../doors.ts'
import { refused, taken } from '../judging.ts'

/** Requests with something missing or malformed. Beside each stands that the same call is taken when it is whole. */

const malformed: Readonly<Record<string, string | null>> = {
  missing: null,
  'not a UUID': 'abc-123',
  'a UUID cut short': '0f8fad5b-d9cb-469f-a165-7086772895',
}

/** Of other lengths than nine and eleven, and with other characters than digits. */
const wrongNumbers = ['12345678', '1234567890', '123456789012', '1234567890A', 'ABCDEFGHI']

const wrongTypes = ['KARBANK', 'dsopbank']

/** Whether a lawful call is taken at all. */
const ground = (doors: Doors): Promise<Answer> => {
  const calls = callsOf(doors)
  return doors.ask(calls.add(calls.customer('echo')))
}

export default [
  defineCheck(import.meta, {
    verifies: 'KFRO-018',
    ask: async (doors) => {
      const lawful = await ground(doors)
      const asked = []
      for (const [what, value] of Object.entries(malformed))
        for (const one of await atEach(doors, isReporting, { headers: { [headerNames.correlation]: value } }))
          asked.push({ ...one, label: `${one.label}, ${what}` })
      return { lawful, asked }
    },
    judge: ({ lawful, asked }) =>
      given(taken(lawful), () => forEach(asked, ({ answer }) => refused(answer, 400, 'KFR-004'))),
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-019',
    ask: async (doors) => {
      const calls = callsOf(doors)
      const asked: Asked<Answer>[] = []
      for (const [at, number] of wrongNumbers.entries())
        for (const request of [calls.add(number), calls.end(number)])
          asked.push({ label: `${request.method}, wrong number ${at + 1}`, asked: await doors.ask(request) })
      return { lawful: await ground(doors), asked }
    },
    judge: ({ lawful, asked }) =>
      given(taken(lawful), () => forEach(asked, (answer) => refused(answer, 400, 'KFR-005'))),
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-020',
    ask: async (doors) => ({
      lawful: await ground(doors),
      asked: await atEach(doors, ({ operation }) => operation === 'add' || operation === 'end', {
        headers: { [headerNames.customer]: null },
      }),
    }),
    judge: ({ lawful, asked }) =>
      given(taken(lawful), () => forEach(asked, ({ answer }) => refused(answer, 400, 'KFR-004', 'KFR-005'))),
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-021',
    ask: async (doors) => {
      const calls = callsOf(doors)
      const own = calls.organisationOf('reporter')
      const customer = calls.customer('of-wrong-type')
      const asked: Asked<Answer>[] = []
      for (const type of wrongTypes)
        for (const request of [calls.add(customer), calls.end(customer)]) {
          const answer = await doors.ask(request, { path: paths.relationship(own, type) })
          asked.push({ label: `${request.method}, ${type}`, asked: answer })
        }
      return { lawful: await ground(doors), asked }
    },
    judge: ({ lawful, asked }) =>
      given(taken(lawful), () => forEach(asked, (answer) => refused(answer, 400, 'KFR-009'))),
  }),
]
