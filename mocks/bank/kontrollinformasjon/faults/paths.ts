import { defineFault } from '../fault.ts'
import { refusals } from '../refusal.ts'

/** KI-URL-004: where the operations lie. */
export const pathFaults = [
  defineFault({
    id: 'has-no-list-at-accounts',
    story: 'Somebody moved the list to a path of their own, and left a 404 behind at the one that is agreed.',
    violates: ['KI-URL-004'],
    blinds: [],
    replaces: {
      listAccounts: () => {
        throw refusals.unknown('There is nothing at this path')
      },
    },
  }),
]
