import type { Account, World } from '../../world/model.ts'
import { type Label, partyNamed } from '../../world/parties.ts'
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
  'writes-owner-start-as-number': {
    story: 'The date of ownership goes out as the core system keeps it: milliseconds since 1970.',
    change: ({ primaryOwner, ...rest }) => ({
      ...rest,
      primaryOwner: { ...primaryOwner, startDate: Date.parse(String(primaryOwner?.startDate)) },
    }),
  },
  'writes-servicer-as-text': {
    story: 'There is only one bank, so somebody wrote its name where an object belongs.',
    change: ({ servicer, ...rest }) => ({ ...rest, servicer: servicer?.name }),
  },
  'writes-currency-as-number': {
    story: 'The core system keeps the numeric code of ISO 4217, and it goes out as it is.',
    change: ({ currency, ...rest }) => ({ ...rest, currency: currency === 'NOK' ? 578 : 978 }),
  },
}

const coOwner = ({ others }: Account) => others.find(({ role }) => role === 'coOwner')?.party

/** Of the accounts of one debtor only. */
const coOwnerOf = (label: Label) => (account: Account, world: World) =>
  account.owner === partyNamed(world.parties, label).id ? (coOwner(account) ?? account.owner) : account.owner

const wrongOwners = (['P1', 'P2'] as const).map((label) =>
  defineFault({
    id: `shows-co-owner-of-${label.toLowerCase()}`,
    story: `Where two own an account of ${label}, the one who was registered last is taken for the primary owner.`,
    violates: ['KI-ACC-024'],
    blinds: [],
    replaces: seenAs({ ownerOf: coOwnerOf(label) }),
  }),
)

export const accountFaults = [
  ...Object.entries(shapes).map(([id, { story, change }]) =>
    defineFault({
      id,
      story,
      violates: ['KI-ACC-001'],
      blinds: [],
      replaces: { listAccounts: listAccounts({ show: (account, world) => change(accountInList(account, world)) }) },
    }),
  ),
  defineFault({
    id: 'leaves-accounts-enabled',
    story: 'The block is set in the payment system, and the interface reads the status from another one.',
    violates: ['KI-ACC-012', 'KI-ACC-013'],
    blinds: [],
    replaces: seenAs({ isBlocked: () => false }),
  }),
  defineFault({
    id: 'leaves-savings-enabled',
    story: 'Savings lie in a system of their own, which the block does not reach.',
    violates: ['KI-ACC-012', 'KI-ACC-013'],
    blinds: [],
    replaces: seenAs({
      isBlocked: (account, world) => account.type !== 'savingsAccount' && view.isBlocked(account, world),
    }),
  }),
  ...wrongOwners,
]
