import type { DebtorName } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import { caseOf } from '../bosiden.ts'
import { onEachOperation, operationOf } from '../operations.ts'
import { walkLargeAccount } from '../paging/walk.ts'

/** Questions that a bank serves: all operations for P1, the list for everybody who is bankrupt, every page of A4. */
export async function provokeServedAnswers(doors: Doors): Promise<void> {
  await onEachOperation(doors, 'P1', (operation) => doors.ask(operation))
  await provokeServedLists(doors)
  if (doors.target.fixtures.A4 !== undefined) await walkLargeAccount(doors)
}

const bankrupt = ['P1', 'P2', 'P3', 'P5'] as const satisfies readonly DebtorName[]

export async function provokeServedLists({ ask, target }: Doors): Promise<void> {
  for (const name of bankrupt) if (target.fixtures[name] !== undefined) await ask(caseOf(target, name).list)
}

/** A 200 whose body can be read; one that cannot is the business of the rows about sealing. */
export const isServed = (answer: Answer): boolean =>
  answer.status === 200 && operationOf(answer) !== null && answer.body !== undefined

export const isServedList = (answer: Answer): boolean => isServed(answer) && operationOf(answer) === 'accounts'
