import type { Account as AccountOnWire } from '../../../../contracts/kontrollinformasjon/wire.ts'
import { addDays } from '../../world/days.ts'
import type { Account, World } from '../../world/model.ts'
import { type Label, partyNamed } from '../../world/parties.ts'
import { accountInList } from '../answers/account.ts'
import { defineFault, type Fault } from '../fault.ts'
import { listAccounts } from '../parts/list-accounts.ts'

/** How a fault changes what stands in the members of a listed account; details say what they always say. */

type Change = (shown: AccountOnWire, account: Account, world: World) => object

/** `undefined` leaves a member out. */
type Members = Readonly<Record<string, unknown>>

export const withMembers =
  (members: Members): Change =>
  (shown) => ({ ...shown, ...members })

export const withServicer =
  (members: Members): Change =>
  ({ servicer, ...rest }) => ({ ...rest, servicer: { ...servicer, ...members } })

export const withServicerIdentifier =
  (members: Members): Change =>
  ({ servicer, ...rest }) => ({
    ...rest,
    servicer: { ...servicer, identifier: { ...servicer?.identifier, ...members } },
  })

export const withOwner =
  (members: Members): Change =>
  ({ primaryOwner, ...rest }) => ({ ...rest, primaryOwner: { ...primaryOwner, ...members } })

export const withOwnerIdentifier =
  (members: Members): Change =>
  ({ primaryOwner, ...rest }) => ({
    ...rest,
    primaryOwner: { ...primaryOwner, identifier: { ...primaryOwner?.identifier, ...members } },
  })

type Concerns = (account: Account, world: World) => boolean

export const ofType =
  (...types: readonly Account['type'][]): Concerns =>
  ({ type }) =>
    types.includes(type)

export const ofParty =
  (label: Label): Concerns =>
  ({ owner }, { parties }) =>
    owner === partyNamed(parties, label).id

export const ofPersons: Concerns = ({ owner }, { parties }) =>
  parties.some(({ id, kind }) => id === owner && kind === 'person')

export const isClosed: Concerns = ({ closed }) => closed !== null

/** The day that many days after the bank's today, as it stands in an answer. */
export const inDays = ({ day }: World, count: number): string => addDays(day, count)

/** Of the accounts that it concerns; all others are listed as they should be. */
export const listing = (change: Change, concerns: Concerns = () => true): Fault['replaces'] => ({
  listAccounts: listAccounts({
    show: (account, world) => {
      const shown = accountInList(account, world)
      return concerns(account, world) ? change(shown, account, world) : shown
    },
  }),
})

/** What is wrong in the list, and with which accounts; with all where nothing is said. */
export interface Mistake {
  readonly story: string
  readonly violates: readonly string[]
  readonly tolerates?: readonly string[]
  readonly change: Change
  readonly concerns?: Concerns
}

export const listingFaults = (mistakes: Readonly<Record<string, Mistake>>): readonly Fault[] =>
  Object.entries(mistakes).map(([id, { story, violates, tolerates = [], change, concerns }]) =>
    defineFault({ id, story, violates, tolerates, replaces: listing(change, concerns) }),
  )
