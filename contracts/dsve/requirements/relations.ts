import type { Implication, Twins } from '../../relations.ts'
import { messageRows } from './implies-messages.ts'
import { transferRows } from './implies-transfers.ts'

/** No two rows of this area ask the same question with the same stimulus. */
export const sameAs: readonly Twins[] = []

export const implies: readonly Implication[] = [...transferRows, ...messageRows]
