import { errorCodes } from '../../../contracts/kontrollinformasjon/operations.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import { caseOf } from '../bosiden.ts'
import { isDeclared, onAccount, referencesIn } from '../operations.ts'

/** One error of every status that can be provoked lawfully: 400, 401, 403, 404, 405, and where they can be had 406 and 500. */
export async function provokeErrors(doors: Doors): Promise<void> {
  const { ask, target } = doors
  const estate = caseOf(target, 'P1')
  const list = await ask(estate.list)
  const [reference] = referencesIn(list)
  await ask(estate.list, { token: null })
  await ask(estate.list, { headers: { 'Legal-Mandate': null } })
  await ask(estate.list, { method: 'POST' })
  await ask(estate.list, { headers: { Accept: 'text/xml' } })
  await ask(estate.on('details', nobodysReference))
  await ask(estate.on('transactions', nobodysReference))
  // Lawful as it is, it may meet an error all the same, such as a limit to how often one may ask.
  await onAccount(estate, 'details', reference, list, (operation) => ask(operation))
  await onAccount(estate, 'cards', reference, list, (operation) => ask(operation))
  if (target.fixtures.P4 !== undefined) await ask(caseOf(target, 'P4').list)
  // Last, because a bank may remember for a while that CertPub failed; one that holds the certificate serves all the same.
  if (!target.external.includes('certpub')) await doors.during({ party: 'certpub', does: 'outage' }).ask(estate.list)
}

/** Well formed, and of no account. */
const nobodysReference = '00000000-0000-4000-8000-000000000000'

/**
 * An error as the interface declares it: on a declared operation, with a declared status. What answers without TLS is
 * not the interface (KI-URL-001).
 */
export const declaredErrorOf = (answer: Answer): 'errors' | null =>
  isDeclared(answer) && isOverTls(answer) && answer.status !== null && answer.status in errorCodes ? 'errors' : null

const isOverTls = ({ exchange }: Answer) => exchange.request.via !== 'plain-http'
