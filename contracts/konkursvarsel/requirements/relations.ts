import type { Implication, Twins } from '../../relations.ts'

/**
 * What the rows of this area say of one another. Twins and implications that lead to or from the account interface stand
 * with that area (`contracts/kontrollinformasjon/requirements`): KI-KON-023 is KV-067, KI-KON-025 is KV-071.
 */
export const sameAs: readonly Twins[] = []

export const implies: readonly Implication[] = [
  // Access.
  {
    these: ['KV-001'],
    imply: ['KV-002', 'KV-003'],
    why: 'A certificate that is not shown is neither valid nor the one admitted.',
  },
]
