import type { Overview } from '../../../../contracts/altinn-broker/wire.ts'
import { answerTo, type RequestRoot, rootOf } from '../../../../contracts/dsve/messages.ts'
import { keys } from '../../../../contracts/dsve/transfer/properties.ts'

/** The propertyList says what it is, and nothing else does (DSVE-015); other messages are left to whom they are for (DSVE-016). */
export const isOurs = ({ propertyList }: Pick<Overview, 'propertyList' | 'fileName'>): boolean =>
  requestIn(propertyList) !== null

/** Which of the two requests a propertyList announces, in any letter case. */
export function requestIn(propertyList: Readonly<Record<string, string>>): RequestRoot | null {
  const root = rootOf(propertyList[keys.messageType] ?? '')
  return root !== undefined && Object.hasOwn(answerTo, root) ? (root as RequestRoot) : null
}

/** Every request that is in AKELDO gets an answer (DSVE-003). */
export const answersTo = (_arrived: Pick<Overview, 'propertyList'>): boolean => true
