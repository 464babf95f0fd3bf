import type { Implication, Twins } from '../../relations.ts'

/** Who breaks one of these is slow or fails as well: both count together in YT-001 and YT-006. */
export const sameAs: readonly Twins[] = []

export const implies: readonly Implication[] = [
  {
    these: ['YT-002', 'YT-003', 'YT-004', 'YT-005'],
    imply: ['YT-001', 'YT-006'],
    why: 'A refusal, a failure, and an answer that comes late are no answer in time, in either window.',
  },
  {
    these: ['YT-007'],
    imply: ['YT-006'],
    why: 'Who answers otherwise under load does so beside another job as well, and what is wrong is no answer in time.',
  },
  { these: ['YT-001'], imply: ['YT-006'], why: 'Who is slow in calm is slow beside another job.' },
]
