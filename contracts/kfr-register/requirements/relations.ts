import type { Implication, Twins } from '../../relations.ts'

/** What the rows of this area say of one another. */
export const sameAs: readonly Twins[] = []

export const implies: readonly Implication[] = [
  {
    these: ['KFRO-073'],
    imply: ['KFRO-074', 'KFRO-076'],
    why: 'What is refused or fails is not answered in time either, beside a batch or without one.',
  },
  { these: ['KFRO-074'], imply: ['KFRO-076'], why: 'Who is slow in calm is slow while a batch is ingested.' },
]
