import type { RequestHandler } from 'express'
import type { Account, World } from '../../world/model.ts'
import { ownedBy } from '../../world/queries.ts'
import { contextOf } from '../context.ts'
import { defineFault } from '../fault.ts'
import { listAccounts } from '../parts/list-accounts.ts'
import { refuseEndpoint } from '../parts/refuse-endpoint.ts'
import { requireNotice } from '../parts/require-notice.ts'
import { refusals } from '../refusal.ts'
import { delivered } from './delivered.ts'

/** KI-KON-001, KI-KON-002 and KI-KON-023: what the konkurs profile leaves out, and for whom. */

type Endpoint = keyof typeof delivered
type IsOpen = (account: Account | undefined, world: World) => boolean

/** For the accounts that it is open for; refused for all others. */
const deliver =
  (endpoint: Endpoint, isOpen: IsOpen = () => true): RequestHandler =>
  (request, response, next) => {
    const { services, found } = contextOf(response)
    const { accountReference } = request.params
    const account = services.world.accounts.find(({ reference }) => reference === accountReference)
    if (isOpen(account, services.world)) {
      found.body = delivered[endpoint](account)
      next()
    } else refuseEndpoint(endpoint)(request, response, next)
  }

const refuse =
  (refusal: () => Error): RequestHandler =>
  () => {
    throw refusal()
  }

const isSecond: IsOpen = (account, world) => account !== undefined && ownedBy(world, account.owner)[1] === account

const isOfPerson: IsOpen = (account, { parties }) =>
  parties.some(({ id, kind }) => id === account?.owner && kind === 'person')

const endpoints = [
  { endpoint: 'cards', part: 'refuseCards', requirement: 'KI-KON-001' },
  { endpoint: 'roles', part: 'refuseRoles', requirement: 'KI-KON-002' },
] as const

const outcomes = endpoints.flatMap(({ endpoint, part, requirement }) => [
  defineFault({
    id: `delivers-${endpoint}`,
    story: `The ${endpoint} were built for another agency, and nobody closed them for konkurs.`,
    violates: [requirement, 'TD-108'],
    replaces: { [part]: deliver(endpoint) },
  }),
  defineFault({
    id: `delivers-${endpoint}-of-the-second-account`,
    story: `The ${endpoint} were closed account by account, by somebody who tried the first one.`,
    violates: [requirement, 'TD-108'],
    replaces: { [part]: deliver(endpoint, isSecond) },
  }),
  defineFault({
    id: `delivers-${endpoint}-of-persons`,
    story: `The ${endpoint} were closed in the system for businesses, and persons have another one.`,
    violates: [requirement, 'TD-108'],
    replaces: { [part]: deliver(endpoint, isOfPerson) },
  }),
  defineFault({
    id: `forbids-${endpoint}`,
    story: `Somebody thought that ${endpoint} are a matter of rights, and answers 403.`,
    violates: [requirement, 'TD-108'],
    replaces: { [part]: refuse(() => refusals.forbidden(`The consumer may not read ${endpoint}`)) },
  }),
  defineFault({
    id: `has-no-${endpoint}`,
    story: `The ${endpoint} were never built, so the path does not exist.`,
    violates: [requirement, 'TD-108'],
    replaces: { [part]: refuse(() => refusals.unknown('There is nothing at this path')) },
  }),
])

/** On the list alone: by reference the check is a row of its own (KI-KON-024). */
const waivedOnList = requireNotice({ isWaived: ({ operation }) => operation === 'accounts' })

export const konkursFaults = [
  ...outcomes,
  defineFault({
    id: 'serves-debtors-without-notice',
    story: 'Somebody trusts that Brreg asks only for those who are bankrupt.',
    violates: ['KI-KON-023'],
    replaces: { requireNotice: waivedOnList },
  }),
  defineFault({
    id: 'answers-empty-without-notice',
    story: 'Somebody thought that nothing to deliver is an empty list, and not a refusal.',
    violates: [],
    tolerates: ['KI-KON-023'],
    replaces: {
      requireNotice: waivedOnList,
      listAccounts: listAccounts({
        select: (accounts, { found }) =>
          found.agreement?.needsNotice === true && found.kjennelsesdato === null ? [] : accounts,
      }),
    },
  }),
  defineFault({
    id: 'says-unknown-without-notice',
    story: 'Somebody thought that a party without konkursvarsel is one that the service does not know.',
    violates: [],
    tolerates: ['KI-KON-023'],
    replaces: { requireNotice: requireNotice({ refusal: () => refusals.unknown('There is no such party') }) },
  }),
  defineFault({
    id: 'breaks-without-notice',
    story: 'The register of notices gives nothing back, and nobody thought of nothing.',
    violates: ['KI-KON-023'],
    replaces: { requireNotice: requireNotice({ refusal: refusals.technical }) },
  }),
  defineFault({
    id: 'moves-the-accounts-without-notice',
    story:
      'Accounts that may not be delivered are taken out of the list, and put under a name that another agency reads.',
    violates: ['KI-KON-023'],
    replaces: {
      requireNotice: waivedOnList,
      listAccounts: listAccounts({
        body: (accounts, { found }) =>
          found.kjennelsesdato === null ? { accounts: [], kontoer: accounts } : { accounts },
      }),
    },
  }),
]
