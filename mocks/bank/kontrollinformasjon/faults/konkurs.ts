import type { RequestHandler } from 'express'
import type { Account } from '../../world/model.ts'
import { contextOf } from '../context.ts'
import { defineFault } from '../fault.ts'
import { listAccounts } from '../parts/list-accounts.ts'
import { requireNotice } from '../parts/require-notice.ts'
import { refusals } from '../refusal.ts'

/** KI-KON-001, KI-KON-002 and KI-KON-023: what the konkurs profile leaves out, and for whom. */

/** What a bank would deliver that never heard of the profile: nothing behind a reference that it does not know. */
const delivered = {
  cards: (account) => {
    const masked = new Set(account?.transactions.flatMap(({ card }) => card?.masked ?? []))
    return { cards: [...masked].map((cardIdentifier) => ({ cardIdentifier, type: 'debitCard' })) }
  },
  roles: (account) => ({
    roles: (account?.others ?? []).map(({ party, role }) => ({ identifier: { value: party }, role })),
  }),
} as const satisfies Record<string, (account: Account | undefined) => object>

const deliver =
  (endpoint: keyof typeof delivered): RequestHandler =>
  ({ params }, response, next) => {
    const { services, found } = contextOf(response)
    found.body = delivered[endpoint](
      services.world.accounts.find(({ reference }) => reference === params.accountReference),
    )
    next()
  }

const refuse =
  (refusal: () => Error): RequestHandler =>
  () => {
    throw refusal()
  }

const endpoints = [
  { endpoint: 'cards', part: 'refuseCards', requirement: 'KI-KON-001' },
  { endpoint: 'roles', part: 'refuseRoles', requirement: 'KI-KON-002' },
] as const

const outcomes = endpoints.flatMap(({ endpoint, part, requirement }) => [
  defineFault({
    id: `delivers-${endpoint}`,
    story: `The ${endpoint} were built for another agency, and nobody closed them for konkurs.`,
    violates: [requirement, 'TD-108'],
    blinds: [],
    replaces: { [part]: deliver(endpoint) },
  }),
  defineFault({
    id: `forbids-${endpoint}`,
    story: `Somebody thought that ${endpoint} are a matter of rights, and answers 403.`,
    violates: [requirement, 'TD-108'],
    blinds: [],
    replaces: { [part]: refuse(() => refusals.forbidden(`The consumer may not read ${endpoint}`)) },
  }),
  defineFault({
    id: `has-no-${endpoint}`,
    story: `The ${endpoint} were never built, so the path does not exist.`,
    violates: [requirement, 'TD-108'],
    blinds: [],
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
    blinds: [],
    replaces: { requireNotice: waivedOnList },
  }),
  defineFault({
    id: 'answers-empty-without-notice',
    story: 'Somebody thought that nothing to deliver is an empty list, and not a refusal.',
    violates: ['KI-KON-023'],
    blinds: [],
    replaces: {
      requireNotice: waivedOnList,
      listAccounts: listAccounts({ select: (accounts, { found }) => (found.kjennelsesdato === null ? [] : accounts) }),
    },
  }),
]
