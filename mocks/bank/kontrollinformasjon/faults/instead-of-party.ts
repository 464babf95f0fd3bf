import { defineFault } from '../fault.ts'
import { requireParty } from '../parts/require-party.ts'
import { requirePrimaryOwner } from '../parts/require-primary-owner.ts'
import { refusals } from '../refusal.ts'

/** KI-REQ-011, KI-REQ-012 and KI-REQ-026: parameters by other names, and other things in their place. */

const missing = () => refusals.badRequest('The header PartyID is missing')

export const insteadOfPartyFaults = [
  defineFault({
    id: 'knows-only-another-spelling-of-the-owner-flag',
    story: 'The name was copied from the table of the profile, which begins it with a small letter.',
    violates: ['KI-REQ-011', 'KI-URL-004'],
    replaces: { requirePrimaryOwner: requirePrimaryOwner({ name: 'onlyPrimaryOwner' }) },
  }),
  defineFault({
    id: 'reads-the-party-from-the-url',
    story: 'It was easier to try in a browser, and nobody took it out.',
    violates: ['KI-REQ-012'],
    replaces: {
      requireParty: requireParty({
        missing: ({ query }) => (typeof query.PartyID === 'string' ? query.PartyID : missing()),
      }),
    },
  }),
  defineFault({
    id: 'breaks-on-a-party-in-the-url',
    story: 'Header and query are read into one map, which does not bear a name twice.',
    violates: ['KI-REQ-012'],
    replaces: {
      requireParty: requireParty({
        missing: ({ query }) => (query.PartyID === undefined ? missing() : refusals.technical()),
      }),
    },
  }),
  defineFault({
    id: 'looks-up-by-the-account-number-of-v1',
    story: 'The header of the first version is still there, and leads from an account to its owner.',
    violates: ['KI-REQ-026'],
    replaces: {
      requireParty: requireParty({
        missing: (request, { services }) =>
          services.world.accounts.find(({ number }) => number === request.get('AccountID'))?.owner ?? missing(),
      }),
    },
  }),
]
