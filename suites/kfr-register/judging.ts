import type { KfrCode } from '../../contracts/kfr/errors.ts'
import type { Answer } from '../kit/ask/answer.ts'
import { all, given, type Judgement } from '../kit/judge/judgement.ts'
import { readAt } from '../kit/judge/read.ts'

/** What answers of a register are held to. Reading is lenient: a wrong spelling is the business of one row. */

export const answered = (answer: Answer, ...statuses: readonly number[]): Judgement =>
  answer.finds(statuses.includes(answer.status ?? 0), {
    what: `should answer ${statuses.join(' or ')}`,
    expected: statuses.length === 1 ? statuses[0] : statuses,
    at: 'status',
  })

export const served = (answer: Answer): Judgement => answered(answer, 200)

/** The ground on which a refusal of somebody else stands, and one of what was asked: whoever belongs there is let in. */
export const letIn = (answer: Answer): Judgement =>
  answer.finds(answer.answered !== null && answer.status !== 401 && answer.status !== 403, {
    what: 'whoever may ask is let in',
    expected: 'neither 401 nor 403',
    at: answer.answered === null ? 'outcome' : 'status',
  })

/** Nothing of what was asked was done, whatever is said of it. */
export const notDone = (answer: Answer): Judgement =>
  answer.finds(answer.status === null || answer.status >= 400, {
    what: 'should be refused',
    expected: 'a 4xx',
    at: 'status',
  })

export const carries = (answer: Answer, ...codes: readonly KfrCode[]): Judgement =>
  answer.finds(
    codes.some((code) => code === readAt(answer.exchange, '/errorCode')),
    {
      what: `should carry the code ${codes.join(' or ')}`,
      expected: codes.length === 1 ? codes[0] : codes,
      at: '/errorCode',
    },
  )

/** The status first; a code is looked at only beside it. */
export const refused = (answer: Answer, status: number, ...codes: readonly KfrCode[]): Judgement =>
  answer.status === status && codes.length > 0
    ? all(answered(answer, status), carries(answer, ...codes))
    : answered(answer, status)

export interface Row {
  /** JSON pointer. */
  readonly at: string
  readonly number: unknown
  readonly fields: Readonly<Record<string, unknown>>
}

export function rowsOf({ body }: Answer): readonly Row[] {
  const { banks } = Object(body) as { readonly banks?: unknown }
  if (!Array.isArray(banks)) return []
  return banks.map((fields: unknown, index) => {
    const own = Object(fields) as Readonly<Record<string, unknown>>
    return { at: `/banks/${index}`, number: own.organizationID ?? own.organizationId, fields: own }
  })
}

export const rowsAt = (answer: Answer, organisationNumber: string): readonly Row[] =>
  rowsOf(answer).filter(({ number }) => String(number) === organisationNumber)

export const isShown = (answer: Answer, organisationNumber: string): boolean =>
  answer.status === 200 && rowsAt(answer, organisationNumber).length > 0

/** `when` tells which question it was, in a few words. */
export const shows = (answer: Answer, organisationNumber: string, when: string): Judgement =>
  given(served(answer), () =>
    answer.finds(isShown(answer, organisationNumber), {
      what: `${when}: the institution should be shown`,
      expected: organisationNumber,
      at: '/banks',
    }),
  )

export const hides = (answer: Answer, organisationNumber: string, when: string): Judgement =>
  given(served(answer), () =>
    answer.finds(!isShown(answer, organisationNumber), {
      what: `${when}: the institution should not be shown`,
      expected: 'no row of it',
      at: '/banks',
    }),
  )

/** The ground on which a refusal stands: the same call, lawful, is taken. */
export const taken = (answer: Answer): Judgement => answered(answer, 200, 201)
