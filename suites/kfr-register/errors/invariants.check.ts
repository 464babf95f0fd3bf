import { errorCodes } from '../../../contracts/kfr/errors.ts'
import { headerNames, paths } from '../../../contracts/kfr/operations.ts'
import { violations } from '../../../contracts/kfr/schemas.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import { all } from '../../kit/judge/judgement.ts'
import { readAt } from '../../kit/judge/read.ts'
import { defineInvariant } from '../../kit/run/check.ts'
import { callsOf } from '../calls.ts'
import { doorsOf, isReporting } from '../doors.ts'

/** What holds for every answer of a kind, whoever asked for it. */

const reporting = /\/customers\/financialInstitutions\/[^/]+\/(?:relationshipType\/[^/]+|batch)$/

const isOfInterface = ({ exchange }: Answer) => exchange.request.via !== 'plain-http' && exchange.request.via !== 'hook'
const isReported = ({ exchange }: Answer) =>
  reporting.test(exchange.request.path) && ['POST', 'DELETE'].includes(exchange.request.method)
const isProvider = ({ exchange }: Answer) => exchange.request.path === paths.provider
const isError = ({ status }: Answer) => status !== null && status >= 400

/** A refusal and a success of each operation that reports. */
async function provokeReports(doors: Doors): Promise<void> {
  for (const door of doorsOf(doors).filter(isReporting)) {
    await doors.ask(door.request)
    await doors.ask(door.request, { token: null })
  }
  const calls = callsOf(doors)
  await doors.ask(calls.end(calls.customer('never-known')))
}

/** Something wrong at every operation. */
async function provokeErrors(doors: Doors): Promise<void> {
  for (const door of doorsOf(doors)) {
    await doors.ask(door.request, { token: null })
    await doors.ask(door.request, { headers: { [headerNames.customer]: '12345678', [headerNames.account]: '123' } })
    await doors.ask(door.request, { method: 'PUT' })
  }
  const calls = callsOf(doors)
  await doors.ask(calls.end(calls.customer('never-known')))
}

/** Of which refusals a body is published, besides 400, 401 and 500 (catalogue, 2.1 and 2.2). */
const describedStatuses: readonly (readonly [(answer: Answer) => boolean, readonly number[]])[] = [
  [({ exchange }) => reporting.test(exchange.request.path), [403, 404]],
  [isProvider, []],
  [() => true, [403, 405, 406, 504]],
]

/** Whether a document says what its body is: of an unknown account, or of a method that no operation has, none does. */
function isDescribed(answer: Answer): boolean {
  const [, more = []] = describedStatuses.find(([isOfKind]) => isOfKind(answer)) ?? []
  return [400, 401, 500, ...more].includes(answer.status ?? 0)
}

const errorKind = (answer: Answer) => (isOfInterface(answer) && isError(answer) ? 'errors' : null)

/** The number that was asked about, as it went out; null where it was too short to be found by chance. */
function numberIn({ exchange }: Answer): string | null {
  const sent = exchange.request.headers[headerNames.customer] ?? ''
  return sent.length >= 8 ? sent : null
}

export default [
  defineInvariant(import.meta, {
    verifies: 'KFRO-022',
    ask: provokeReports,
    kindOf: (answer) =>
      isOfInterface(answer) && isReported(answer) && answer.status !== null && correlationOf(answer) !== undefined
        ? isError(answer)
          ? // What stands in front of the register refuses a file by its size, and knows of no id.
            isDescribed(answer)
            ? 'errors'
            : null
          : 'successes'
        : null,
    atLeast: { errors: 3, successes: 3 },
    each: (answer) => {
      const sent = correlationOf(answer)
      return answer.finds(readAt(answer.exchange, 'header:correlationid') === sent, {
        what: 'should bear the CorrelationID of its request',
        expected: 'the CorrelationID of the request',
        at: 'header:correlationid',
        ofAnyError: true,
      })
    },
  }),
  defineInvariant(import.meta, {
    verifies: 'KFRO-023',
    ask: provokeErrors,
    // 401 of F has a body of its own (KFRO-003).
    kindOf: (answer) =>
      (isProvider(answer) && answer.status === 401) || !isDescribed(answer) ? null : errorKind(answer),
    atLeast: { errors: 10 },
    each: (answer) =>
      all(
        answer.finds(violations('error of any code', answer.body).length === 0, {
          what: 'an error should have errorCode, errorMessage and timestamp (RFC 3339)',
          expected: 'an error body',
          at: 'content',
          ofAnyError: true,
        }),
        answer.finds(
          /^application\/(?:[\w.+-]+\+)?json\b/i.test(String(readAt(answer.exchange, 'header:content-type'))),
          {
            what: 'an error should be declared as JSON',
            expected: 'application/json',
            at: 'header:content-type',
            ofAnyError: true,
          },
        ),
      ),
  }),
  defineInvariant(import.meta, {
    verifies: 'KFRO-024',
    ask: provokeErrors,
    kindOf: (answer) =>
      errorKind(answer) !== null && typeof readAt(answer.exchange, '/errorCode') === 'string' ? 'codes' : null,
    atLeast: { codes: 5 },
    each: (answer) =>
      answer.finds(
        errorCodes.some((code) => code === readAt(answer.exchange, '/errorCode')),
        {
          what: 'should be one of the published codes',
          expected: errorCodes,
          at: '/errorCode',
          ofAnyError: true,
        },
      ),
  }),
  defineInvariant(import.meta, {
    verifies: 'KFRO-025',
    ask: provokeErrors,
    kindOf: (answer) => (errorKind(answer) !== null && numberIn(answer) !== null ? 'errors about somebody' : null),
    atLeast: { 'errors about somebody': 5 },
    each: (answer) => {
      const number = numberIn(answer) ?? ''
      const inBody = answer.answered?.body.text.includes(number) === true
      const name = Object.entries(answer.answered?.headers ?? {}).find(([, value]) => value.includes(number))?.[0]
      return all(
        answer.finds(!inBody, {
          what: 'should not repeat the CustomerID in its body',
          expected: 'another text',
          at: 'content',
          ofAnyError: true,
        }),
        answer.finds(name === undefined, {
          what: 'should not repeat the CustomerID in a header',
          expected: 'no such header',
          at: name === undefined ? 'status' : `header:${name}`,
          ofAnyError: true,
        }),
      )
    },
  }),
]

/** One of ours: what is no UUID need not come back. */
const correlationOf = ({ exchange }: Answer): string | undefined => exchange.invented[headerNames.correlation]
