import type { Implication, Twins } from '../../relations.ts'

export const sameAs: readonly Twins[] = [
  {
    rows: ['KFRB-049', 'KV-073'],
    why: 'An opening is published at Brreg; once the accounts are locked, the register is told of no end.',
  },
]

export const implies: readonly Implication[] = [
  {
    these: ['KFRB-015'],
    imply: ['KFRB-021'],
    why: 'For whom a loan is no relation, nothing is left when the account of a borrower is closed.',
  },
]
