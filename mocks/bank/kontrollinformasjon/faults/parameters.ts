import { defineFault } from '../fault.ts'
import { listAccounts } from '../parts/list-accounts.ts'
import { requireMandate } from '../parts/require-mandate.ts'
import { partyPolicy, requireParty } from '../parts/require-party.ts'
import { served } from './served.ts'

/** KI-REQ-005 and KI-REQ-022: what stands in the headers. */

const assumedMandates = Object.entries(served).map(([name, operation]) =>
  defineFault({
    id: `assumes-the-usual-mandate-on-${name}`,
    story: `Somebody thought that a missing mandate on the ${name} means the usual one.`,
    violates: ['KI-REQ-005'],
    replaces: { requireMandate: requireMandate({ isAssumed: (context) => context.operation === operation }) },
  }),
)

/** The day of a D-number is 41 to 71. */
const isDNumber = (id: string) => /^[4-7]\d{10}$/.test(id)

export const parameterFaults = [
  ...assumedMandates,
  defineFault({
    id: 'takes-d-numbers-for-malformed',
    story: 'The format check reads the first two digits as a day of the month, and forgot that a D-number adds 40.',
    violates: ['KI-REQ-022', 'KI-KON-033'],
    replaces: { requireParty: requireParty({ hasForm: (id) => partyPolicy.hasForm(id) && !isDNumber(id) }) },
  }),
  defineFault({
    id: 'loses-the-leading-zero',
    story: 'The party is kept as a number on its way to the register of notices, so a leading zero is lost.',
    violates: ['KI-REQ-022', 'KI-KON-033'],
    // No account of such a person can be named, so nobody knows what its cards and roles would answer.
    replaces: { requireParty: requireParty({ kept: (id) => String(Number(id)) }) },
  }),
  defineFault({
    id: 'finds-no-accounts-of-d-numbers',
    story: 'The accounts were moved to the fødselsnummer of their owner, and nobody kept the D-number beside it.',
    violates: ['KI-REQ-022', 'KI-KON-033', 'KI-ACC-033'],
    replaces: {
      listAccounts: listAccounts({
        select: (accounts, { found }) => (isDNumber(found.debtor ?? '') ? [] : accounts),
      }),
    },
  }),
]
