import type { OperationName } from '../../../../contracts/kontrollinformasjon/operations.ts'
import { partyNamed } from '../../world/parties.ts'
import { defineFault } from '../fault.ts'
import { correlate } from '../parts/correlate.ts'
import { listAccounts } from '../parts/list-accounts.ts'
import { requireParty } from '../parts/require-party.ts'
import { requirePrimaryOwner } from '../parts/require-primary-owner.ts'
import { Refusal, refusals } from '../refusal.ts'
import { served } from './served.ts'

/** KI-REQ-001, KI-REQ-003, KI-REQ-006 and KI-REQ-008: calls that lack what OAS2 requires. */

const ids = [
  { header: 'AccountInfoRequestID', name: 'case', requirement: 'KI-REQ-001' },
  { header: 'CorrelationID', name: 'correlation', requirement: 'KI-REQ-003' },
] as const

const unprocessable = (what: string) => new Refusal(422, 'ACC-001', `The header ${what} is missing`)
const miscoded = (what: string) => new Refusal(400, 'ACC-100', `The header ${what} is missing`)

const missingIds = ids.flatMap(({ header, name, requirement }) => {
  const missing = (answer: () => Refusal | null, operation?: OperationName) =>
    correlate({
      missing: (asked, context) =>
        asked === header && (operation === undefined || context.operation === operation)
          ? answer()
          : refusals.badRequest(`The header ${asked} is missing`),
    })
  return [
    ...Object.entries(served).map(([place, operation]) =>
      defineFault({
        id: `makes-up-a-missing-${name}-id-on-${place}`,
        story: `The log behind the ${place} needs a ${name} id, and makes one where the caller has none.`,
        violates: [requirement],
        replaces: { correlate: missing(() => null, operation) },
      }),
    ),
    defineFault({
      id: `finds-a-call-without-${name}-id-unprocessable`,
      story: `The framework answers 422 to whatever its validation does not like, the ${name} id too.`,
      violates: [requirement],
      replaces: { correlate: missing(() => unprocessable(header)) },
    }),
    defineFault({
      id: `pairs-a-missing-${name}-id-with-acc-100`,
      story: `The missing ${name} id ends in an exception, which is given the status of the caller and the code of the bank.`,
      violates: [requirement, 'KI-ERR-004'],
      replaces: { correlate: missing(() => miscoded(header)) },
    }),
  ]
})

const listOfAllRoles = listAccounts({
  select: (accounts, { found, services: { world } }) => [
    ...accounts,
    ...world.accounts.filter(({ others }) => others.some(({ party }) => party === found.debtor)),
  ],
})

export const missingParameterFaults = [
  ...missingIds,
  defineFault({
    id: 'lists-nothing-without-a-party',
    story: 'Nobody was asked about, so nobody has accounts.',
    violates: ['KI-REQ-006'],
    // P5 stands for nobody: somebody whose notice is there, and whose accounts are not.
    replaces: {
      requireParty: requireParty({ missing: (_request, { services }) => partyNamed(services.world.parties, 'P5').id }),
    },
  }),
  defineFault({
    id: 'breaks-without-a-party',
    story: 'The header is read before anybody looks whether it is there.',
    violates: ['KI-REQ-006'],
    replaces: { requireParty: requireParty({ missing: refusals.technical }) },
  }),
  defineFault({
    id: 'pairs-a-missing-party-with-acc-002',
    story: 'Without a party there is no information, and there is a code for that.',
    violates: ['KI-REQ-006', 'KI-ERR-004'],
    replaces: {
      requireParty: requireParty({ missing: () => new Refusal(400, 'ACC-002', 'The header PartyID is missing') }),
    },
  }),
  defineFault({
    id: 'takes-a-missing-owner-flag-for-true',
    story: 'The service allows one value only, so somebody thought that it need not be said.',
    violates: ['KI-REQ-008'],
    replaces: { requirePrimaryOwner: requirePrimaryOwner({ missing: () => null }) },
  }),
  defineFault({
    id: 'lists-what-others-own-without-the-owner-flag',
    story: 'A missing flag is false to the framework, and the accounts that the party disposes of come along.',
    violates: ['KI-REQ-008'],
    replaces: {
      requirePrimaryOwner: requirePrimaryOwner({ missing: () => null }),
      listAccounts: (request, response, next) =>
        (request.query.OnlyPrimaryOwner === undefined ? listOfAllRoles : listAccounts())(request, response, next),
    },
  }),
  defineFault({
    id: 'pairs-a-missing-owner-flag-with-acc-011',
    story: 'Without the flag the call asks for more than the consumer may see, so somebody chose the code for rights.',
    violates: ['KI-REQ-008', 'KI-ERR-004'],
    replaces: {
      requirePrimaryOwner: requirePrimaryOwner({
        missing: (name) => new Refusal(400, 'ACC-011', `The query parameter ${name} is missing`),
      }),
    },
  }),
]
