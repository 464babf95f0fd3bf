import type { TokenRecipe } from '../../../contracts/control/protocol.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import type { Changes } from '../../kit/ask/request.ts'
import { all, forEach, given, type Judgement, labelled, notApplicable } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { atEach, type Door, doorsOf, isReporting, labelOf } from '../doors.ts'
import { carries, letIn, refused } from '../judging.ts'

/** Requests that nobody can have sent who was let in: no token, and tokens that no issuer made for it. */

interface Defect {
  readonly name: string
  readonly how: (lawful: TokenRecipe) => Changes
}

const defects: readonly Defect[] = [
  { name: 'no token', how: () => ({ token: null }) },
  { name: 'malformed token', how: () => ({ token: null, authorization: 'Bearer no.token.atall' }) },
  { name: 'expired token', how: (lawful) => ({ token: { ...lawful, issued: -3720, expires: -3600 } }) },
  { name: 'token with a foreign signature', how: (lawful) => ({ token: { ...lawful, signature: 'unknown-key' } }) },
  { name: 'token of another issuer', how: (lawful) => ({ token: { ...lawful, issuer: 'other' } }) },
]

interface Probe {
  readonly door: Door
  readonly defect: string
  /** The same call with the token that belongs to it: a door that is shut to everybody guards nothing. */
  readonly lawful: Answer
  readonly answer: Answer
}

async function probeAll(doors: Doors): Promise<readonly Probe[]> {
  const probes: Probe[] = []
  for (const door of doorsOf(doors)) {
    const lawful = await doors.ask(door.request)
    for (const { name, how } of defects) {
      const changes = how(door.request.token ?? {})
      probes.push({ door, defect: name, lawful, answer: await doors.ask(door.request, changes) })
    }
  }
  return probes
}

const missing = (doors: Doors, some: (door: Door) => boolean) => atEach(doors, some, { token: null })

const withCode =
  (judge: (answer: Answer) => Judgement) =>
  ({ answer }: { readonly answer: Answer }): Judgement =>
    given(refused(answer, 401), () => judge(answer))

export default [
  defineCheck(import.meta, {
    verifies: 'KFRO-001',
    ask: probeAll,
    judge: (probes) =>
      all(
        ...probes.map(({ door, defect, lawful, answer }) =>
          labelled(
            `${labelOf(door)}, ${defect}`,
            given(letIn(lawful), () => refused(answer, 401)),
          ),
        ),
      ),
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-002',
    ask: async (doors) => ({
      reporting: await missing(doors, isReporting),
      own: await missing(doors, ({ operation }) => operation === 'own'),
    }),
    judge: ({ reporting, own }) =>
      all(
        forEach(
          reporting,
          withCode((answer) => carries(answer, 'KFR-001')),
        ),
        forEach(
          own,
          withCode((answer) => carries(answer, 'ERR-001')),
        ),
      ),
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-003',
    ask: (doors) => missing(doors, ({ operation, version }) => operation === 'provider' && version === '1.1.2'),
    judge: (asked) =>
      asked.length === 0
        ? notApplicable('capability-absent', 'the participant serves no look-up in 1.1.2')
        : forEach(
            asked,
            withCode((answer) =>
              all(
                answer.finds(Object(answer.body).statusCode === 401, {
                  what: 'should have statusCode 401',
                  expected: 401,
                  at: '/statusCode',
                }),
                answer.finds(typeof Object(answer.body).message === 'string', {
                  what: 'should have a message',
                  expected: 'a text',
                  at: '/message',
                }),
              ),
            ),
          ),
  }),
]
