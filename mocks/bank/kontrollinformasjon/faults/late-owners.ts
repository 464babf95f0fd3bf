import type { Account, World } from '../../world/model.ts'
import { defineFault } from '../fault.ts'
import { listing, ofParty, withOwnerIdentifier } from './listed-members.ts'

/** KI-ACC-024: an account that passed to somebody else is shown with its owner of today (A10). */

const somebodyElse = ({ owner }: Account, { parties }: World): string | undefined => {
  const kind = parties.find(({ id }) => id === owner)?.kind
  return parties.find((party) => party.kind === kind && party.id !== owner)?.id
}

export const lateOwnerFaults = [
  defineFault({
    id: 'shows-the-buyer-as-owner-of-a10',
    story: 'Only the owner of today stands in the register, and stands there for the whole period.',
    violates: ['KI-ACC-024'],
    replaces: listing(
      (shown, account, world) => withOwnerIdentifier({ value: somebodyElse(account, world) })(shown, account, world),
      ofParty('A10'),
    ),
  }),
]
