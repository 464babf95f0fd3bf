import type { Account, World } from '../../world/model.ts'
import { type Label, partyNamed } from '../../world/parties.ts'
import { ownedBy } from '../../world/queries.ts'
import { type AccountView, accountInList, view } from '../answers/account.ts'
import { defineFault, type Fault } from '../fault.ts'
import { listAccounts } from '../parts/list-accounts.ts'
import { showAccount } from '../parts/show-account.ts'

/** KI-ACC-001, KI-ACC-012 and KI-ACC-024: what is said of an account. */

/** List and details see it the same way: a contradiction between them would be another fault. */
const seenAs = (changes: Partial<AccountView>): Fault['replaces'] => {
  const by = { ...view, ...changes }
  return {
    listAccounts: listAccounts({ show: (account, world) => accountInList(account, world, by) }),
    showAccount: showAccount(by),
  }
}

type Shown = ReturnType<typeof accountInList>

const shapes: Readonly<Record<string, { readonly story: string; readonly change: (shown: Shown) => object }>> = {
  'writes-the-name-of-the-owner-in-parts': {
    story: 'The register of customers keeps first and last names apart, and they go out as it keeps them.',
    change: ({ primaryOwner, ...rest }) => ({
      ...rest,
      primaryOwner: { ...primaryOwner, name: { first: 'Kari', last: primaryOwner?.name } },
    }),
  },
  'writes-the-name-of-the-owner-as-a-list': {
    story: 'An account may have many owners, so the name of the first one is written as a list.',
    change: ({ primaryOwner, ...rest }) => ({ ...rest, primaryOwner: { ...primaryOwner, name: [primaryOwner?.name] } }),
  },
}

/** KI-ACC-012: what is called blocked, and how. */
interface WrongStatus {
  readonly story: string
  readonly also?: Pick<Fault, 'violates'> & Partial<Pick<Fault, 'tolerates'>>
  readonly changes: Partial<AccountView>
}

const statuses: Readonly<Record<string, WrongStatus>> = {
  'leaves-out-the-status-of-blocked-accounts': {
    story: 'Blocked is no status in the core system, so the member is left out.',
    also: { violates: ['KI-ACC-010', 'KI-KON-035'] },
    changes: { blockedStatus: null },
  },
  'calls-blocked-accounts-deleted': {
    story: 'A blocked account can no longer be used, so somebody chose the word for one that is gone.',
    // What is deleted may be told in part, and of A13 only a part is.
    also: { violates: [], tolerates: ['KI-ACC-008'] },
    changes: { blockedStatus: 'deleted' },
  },
  'leaves-business-accounts-enabled': {
    story: 'Business accounts lie in a system of their own, which the block does not reach.',
    changes: {
      isBlocked: (account, world) => account.type !== 'businessAccount' && view.isBlocked(account, world),
    },
  },
  'calls-every-account-an-enabled-loan': {
    story: 'The accounts of a bankrupt are moved to the department for claims, where everything is a loan and in use.',
    changes: { typeOf: () => 'loanAccount', isBlocked: () => false },
  },
}

const coOwner = ({ others }: Account) => others.find(({ role }) => role === 'coOwner')?.party

/** Of the accounts of one debtor only. */
const coOwnerOf = (label: Label) => (account: Account, world: World) =>
  account.owner === partyNamed(world.parties, label).id ? (coOwner(account) ?? account.owner) : account.owner

const wrongOwners = (['P1', 'P2', 'P3'] as const).map((label) =>
  defineFault({
    id: `shows-co-owner-of-${label.toLowerCase()}`,
    story: `Where two own an account of ${label}, the one who was registered last is taken for the primary owner.`,
    violates: ['KI-ACC-024'],
    replaces: seenAs({ ownerOf: coOwnerOf(label) }),
  }),
)

export const accountFaults = [
  ...Object.entries(shapes).map(([id, { story, change }]) =>
    defineFault({
      id,
      story,
      violates: ['KI-ACC-001'],
      replaces: { listAccounts: listAccounts({ show: (account, world) => change(accountInList(account, world)) }) },
    }),
  ),
  defineFault({
    id: 'leaves-accounts-enabled',
    story: 'The block is set in the payment system, and the interface reads the status from another one.',
    violates: ['KI-ACC-012', 'KI-ACC-013'],
    replaces: seenAs({ isBlocked: () => false }),
  }),
  defineFault({
    id: 'leaves-savings-enabled',
    story: 'Savings lie in a system of their own, which the block does not reach.',
    violates: ['KI-ACC-012', 'KI-ACC-013'],
    replaces: seenAs({
      isBlocked: (account, world) => account.type !== 'savingsAccount' && view.isBlocked(account, world),
    }),
  }),
  ...Object.entries(statuses).map(([id, { story, also, changes }]) =>
    defineFault({
      id,
      story,
      violates: [...(also?.violates ?? []), 'KI-ACC-012', 'KI-ACC-013'],
      tolerates: also?.tolerates ?? [],
      replaces: seenAs(changes),
    }),
  ),
  defineFault({
    id: 'lists-a-blocked-account-again-as-enabled',
    story: 'The account stands in the old system and in the new one, and only one of them knows that it is blocked.',
    violates: ['KI-ACC-012', 'KI-ACC-013'],
    replaces: {
      listAccounts: listAccounts({
        body: (accounts) => ({
          accounts: [...accounts, ...accounts.slice(0, 1).map((one) => ({ ...one, status: 'enabled' }))],
        }),
      }),
    },
  }),
  ...wrongOwners,
  defineFault({
    id: 'shows-a-person-as-owner-of-a-business-account',
    story: 'The account of the business was opened by its manager, who still stands as owner.',
    violates: ['KI-ACC-024'],
    replaces: seenAs({
      ownerOf: ({ type, owner }, { parties }) =>
        type === 'businessAccount' && owner === partyNamed(parties, 'P1').id ? partyNamed(parties, 'Q3').id : owner,
    }),
  }),
  defineFault({
    id: 'shows-another-owner-of-a4',
    story: 'Two persons were merged in the register of customers, and the wrong one was kept.',
    violates: ['KI-ACC-024'],
    replaces: seenAs({
      ownerOf: ({ owner }, { parties }) =>
        owner === partyNamed(parties, 'A4').id ? partyNamed(parties, 'Q3').id : owner,
    }),
  }),
  defineFault({
    id: 'gives-p5-the-account-of-another',
    story: 'Who is no customer is looked up by name as well, and somebody has nearly the same.',
    violates: ['KI-ACC-024'],
    replaces: {
      listAccounts: listAccounts({
        select: (accounts, { services: { world }, found }) =>
          found.debtor === partyNamed(world.parties, 'P5').id
            ? ownedBy(world, partyNamed(world.parties, 'Q1').id)
            : accounts,
      }),
    },
  }),
]
