import type { Implication, Twins } from '../../relations.ts'

/** What the rows of this area say of one another. */
export const sameAs: readonly Twins[] = []

export const implies: readonly Implication[] = [
  {
    these: ['KFRO-014'],
    imply: ['KFRO-015'],
    why: 'Who answers every POST as if it were the first does so to ten at once.',
  },
  {
    these: ['KFRO-027'],
    imply: ['KFRO-026', 'KFRO-033'],
    why: 'What is never stored of a batch is not readable in time either, and the published example is one.',
  },
  { these: ['KFRO-023'], imply: ['KFRO-017'], why: 'An error that is a page has no code.' },
  {
    these: ['KFRO-041'],
    imply: ['KFRO-042', 'KFRO-053', 'KFRO-061', 'KFRO-064'],
    why: 'Who shows only what lasted all of a period shows nothing that began or ended in it.',
  },
  {
    these: ['KFRO-052'],
    imply: ['KFRO-056'],
    why: 'Who does not decode a mandate refuses the lawful one, of whoever asks about an account as well.',
  },
  {
    these: ['KFRO-061'],
    imply: ['KFRO-040', 'KFRO-053', 'KFRO-062'],
    why: 'What is deleted has no history to be asked about, and what goes on after its end is there the day after.',
  },
  {
    these: ['KFRO-073'],
    imply: ['KFRO-074', 'KFRO-076'],
    why: 'What is refused or fails is not answered in time either, beside a batch or without one.',
  },
  { these: ['KFRO-074'], imply: ['KFRO-076'], why: 'Who is slow in calm is slow while a batch is ingested.' },
]
