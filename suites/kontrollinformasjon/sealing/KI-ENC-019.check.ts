import type { Answer } from '../../kit/ask/answer.ts'
import { defineInvariant } from '../../kit/run/check.ts'
import { provokeServedAnswers } from '../answers/served-answers.ts'
import { onEachOperation, operationOf } from '../operations.ts'
import { provokeErrorsEverywhere } from './provoke-everywhere.ts'

/** Those have no content whose type could be declared (RFC 9110 §15.3.5, §15.3.6, §15.4.5). */
const withoutContent = new Set([204, 205, 304])

/** What a server answers before it hands the request on: it is too long for it (RFC 9110 §15.5, RFC 6585 §5). */
const unread = new Set([413, 414, 431])

/** Success or failure of the interface; a server that is asked without TLS, or led elsewhere, answers for another. */
function kindOf(answer: Answer): string | null {
  const { status, exchange } = answer
  const { method, via } = exchange.request
  if (status === null || withoutContent.has(status) || unread.has(status)) return null
  if (method === 'HEAD' || via === 'plain-http' || (status >= 300 && status < 400)) return null
  return `${status < 300 ? 'successes' : 'failures'} of ${operationOf(answer) ?? 'other calls'}`
}

export default defineInvariant(import.meta, {
  verifies: 'KI-ENC-019',
  needs: ['P1'],
  ask: async (doors) => {
    await provokeServedAnswers(doors)
    const plain = { headers: { Accept: 'application/json' } }
    await onEachOperation(doors, 'P1', (operation) => doors.ask(operation, plain))
    await provokeErrorsEverywhere(doors)
  },
  kindOf,
  atLeast: {
    'successes of accounts': 1,
    'successes of details': 1,
    'successes of transactions': 1,
    'failures of accounts': 2,
    'failures of details': 1,
    'failures of transactions': 1,
  },
  each: (answer) =>
    answer.finds((answer.answered?.headers['content-type'] ?? '').trim() !== '', {
      what: 'should declare a Content-Type',
      expected: 'a media type',
      at: 'header:content-type',
      ofAnyError: true,
    }),
})
