import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import { readAt } from '../../kit/judge/read.ts'
import { onListedAccount } from './listed-account.ts'
import { provokeServedAnswers, type ServedKind, servedKindOf } from './served-answers.ts'

/** Answers that say in responseDetails how complete they are; one without it is KI-RSP-001's. */

/** Those of others, and those of A13, of which a part is to be had by hand only. */
export async function provokeDetailedAnswers(doors: Doors): Promise<void> {
  await provokeServedAnswers(doors)
  if (doors.target.fixtures.A13 === undefined) return
  await onListedAccount(doors, 'A13', 'details')
  await onListedAccount(doors, 'A13', 'transactions')
}

export function detailedKindOf(answer: Answer): ServedKind | null {
  const details = readAt(answer.exchange, '/responseDetails')
  const isObject = details !== null && typeof details === 'object' && !Array.isArray(details)
  return isObject ? servedKindOf(answer) : null
}

export const places = { status: '/responseDetails/status', message: '/responseDetails/message' } as const

/** Null when it is absent, or null. */
export const statusOf = ({ exchange }: Answer): unknown => readAt(exchange, places.status)
export const messageOf = ({ exchange }: Answer): unknown => readAt(exchange, places.message)
