import { violations } from '../../../contracts/kfr/schemas.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import { all, forEach, given, type Judgement } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { callsOf } from '../calls.ts'
import { type Door, doorsOf, labelOf } from '../doors.ts'
import { answered, served } from '../judging.ts'

/** How calls come to the register at all: the scheme of the token, TLS, and the methods of the look-ups. */

const schemes = ['Bearer', 'bearer', 'BEARER']
const methods = ['PUT', 'PATCH']
const isLookUp = ({ operation }: Door) => operation === 'own' || operation === 'relationships'

const hasErrorBody = (answer: Answer) =>
  answer.finds(violations('error of any code', answer.body).length === 0, {
    what: 'should have errorCode, errorMessage and timestamp',
    expected: 'an error body',
    at: 'content',
  })

/**
 * Who closes the connection, sends to https or refuses, with nothing of the register in it, gives nothing away, whatever
 * stands in front of it says. A 401 is no refusal of plain HTTP: it asks for a token on the same way.
 */
function withoutTls(plain: Answer): Judgement {
  const { answered: came } = plain
  const isRefusal = came !== null && came.status >= 300 && came.status < 500 && came.status !== 401
  return plain.finds(came === null || (isRefusal && came.content.form !== 'json'), {
    what: 'should not be answered without TLS',
    expected: 'no answer, a redirect or a refusal, with nothing of the register in it',
    at: came === null ? 'outcome' : 'status',
  })
}

export default [
  defineCheck(import.meta, {
    verifies: 'KFRO-010',
    ask: async (doors) => {
      const calls = callsOf(doors)
      const lawful = calls.own(calls.customer('lower-case'))
      const asked = []
      for (const scheme of schemes) {
        const answer = await doors.ask(lawful, { authorization: `${scheme} {token}` })
        asked.push({ label: scheme, asked: answer })
      }
      return { lawful: await doors.ask(lawful), asked }
    },
    judge: ({ lawful, asked }) => given(served(lawful), () => forEach(asked, served)),
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-011',
    ask: async (doors) => {
      const calls = callsOf(doors)
      const lawful = calls.own(calls.customer('lower-case'))
      return {
        lawful: await doors.ask(lawful),
        plain: await doors.ask(lawful, { token: null, via: 'plain-http' }),
        old: await doors.ask(lawful, { token: null, via: 'old-tls' }),
      }
    },
    judge: ({ lawful, plain, old }) =>
      given(served(lawful), () =>
        all(
          withoutTls(plain),
          // Which versions are too old is ours to say: it warns.
          old.finds(old.answered === null, {
            what: 'should not be answered over TLS 1.1',
            expected: 'no connection',
            at: 'outcome',
            weight: 'tolerated',
          }),
        ),
      ),
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-012',
    ask: async (doors) => {
      const asked = []
      for (const door of doorsOf(doors).filter(isLookUp)) {
        const lawful = await doors.ask(door.request)
        for (const method of methods) {
          const answer = await doors.ask(door.request, { method })
          asked.push({ label: `${labelOf(door)}, ${method}`, asked: { lawful, answer } })
        }
      }
      return asked
    },
    judge: (asked) =>
      forEach(asked, ({ lawful, answer }) =>
        given(served(lawful), () =>
          answer.status === 405 ? all(answered(answer, 405), hasErrorBody(answer)) : answered(answer, 405),
        ),
      ),
  }),
]
