import type { DebtorName } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import { calm } from '../../kit/ask/epochs.ts'
import { inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { caseOf } from '../bosiden.ts'
import { isOfInterface, onEachOperation, operationOf } from '../operations.ts'
import { walkLargeAccount } from '../paging/walk.ts'

/** Questions that a bank serves: all operations for P1 and P2, the list for everybody who is bankrupt, every page of A4. */
export async function provokeServedAnswers(doors: Doors): Promise<void> {
  await onEachOperation(doors, 'P1', (operation) => doors.ask(operation))
  if (doors.target.fixtures.P2 !== undefined) await onEachOperation(doors, 'P2', (operation) => doors.ask(operation))
  await provokeServedLists(doors)
  if (doors.target.fixtures.A4 !== undefined) await walkLargeAccount(doors)
}

const bankrupt = ['P1', 'P2', 'P3', 'P5'] as const satisfies readonly DebtorName[]

export async function provokeServedLists({ ask, target }: Doors): Promise<void> {
  for (const name of bankrupt) if (target.fixtures[name] !== undefined) await ask(caseOf(target, name).list)
}

export type ServedKind = 'accounts' | 'details' | 'transactions'

/**
 * What a 200 answered; null for everything else, and while a party is made to fail, which other rows speak of. A page of
 * transactions may lie at any path that its link names.
 */
export function servedKindOf(answer: Answer): ServedKind | null {
  const { epoch, request } = answer.exchange
  const { method, path } = request
  if (answer.status !== 200 || epoch !== calm.name || !isOfInterface(answer)) return null
  if (method !== 'GET' || /\/(cards|roles)$/.test(path)) return null
  return operationOf(answer) ?? 'transactions'
}

/** Judges what a 200 says. One that nobody could open says nothing; the rows about sealing speak of it. */
export function onContent(answer: Answer, judge: () => Judgement): Judgement {
  const content = answer.answered?.content
  const shut = content?.form === 'jwe' && 'error' in content.opened
  return shut ? inconclusive('need-not-met', `${answer.exchange.id} is sealed and cannot be opened`) : judge()
}
