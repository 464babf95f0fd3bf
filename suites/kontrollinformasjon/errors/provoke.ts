import { errorCodes } from '../../../contracts/kontrollinformasjon/operations.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import { caseOf } from '../bosiden.ts'
import { isDeclared, onAccount, referencesIn } from '../operations.ts'

/** One error of every status that can be provoked lawfully: 400, 401, 403, 404 and 405. */
export async function provokeErrors(doors: Doors): Promise<void> {
  const { ask, target } = doors
  const estate = caseOf(target, 'P1')
  const list = await ask(estate.list)
  const [reference] = referencesIn(list)
  await ask(estate.list, { token: null })
  await ask(estate.list, { headers: { 'Legal-Mandate': null } })
  await ask(estate.list, { method: 'POST' })
  await ask(estate.on('details', nobodysReference))
  await onAccount(estate, 'cards', reference, list, (operation) => ask(operation))
  if (target.fixtures.P4 !== undefined) await ask(caseOf(target, 'P4').list)
}

/** Well formed, and of no account. */
const nobodysReference = '00000000-0000-4000-8000-000000000000'

/** An error as the interface declares it: on a declared operation, with a declared status. */
export const isDeclaredError = (answer: Answer): boolean =>
  isDeclared(answer) && answer.status !== null && answer.status in errorCodes
