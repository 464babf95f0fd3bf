import { defineFault } from '../fault.ts'
import { refusals } from '../refusal.ts'
import { withoutReadableList } from './blinded.ts'

/** KI-URL-004: where the operations lie. */
export const pathFaults = [
  defineFault({
    id: 'has-no-list-at-accounts',
    story: 'Somebody moved the list to a path of their own, and left a 404 behind at the one that is agreed.',
    violates: ['KI-URL-004'],
    blinds: [...withoutReadableList, 'KI-REQ-022', 'KI-ENC-005', 'KI-ENC-012', 'KI-KON-023'],
    replaces: {
      listAccounts: () => {
        throw refusals.unknown('There is nothing at this path')
      },
    },
  }),
]
