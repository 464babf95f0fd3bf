import {
  type KonkursFixture,
  type KonkursFixtures,
  type KonkursParty,
  konkursFixtures,
} from '../../../../contracts/konkursvarsel/debtors.ts'
import type { Account, World } from '../model.ts'
import { partyNamed } from '../parties.ts'
import { ownedBy } from '../queries.ts'

/** Who plays K1 to K55, as it stands in a configuration. */
export const konkursFixturesOf = (world: World): Required<KonkursFixtures> =>
  Object.fromEntries(konkursFixtures.map((name) => [name, debtorOf(world, name)])) as Required<KonkursFixtures>

function debtorOf(world: World, label: KonkursFixture): KonkursParty {
  const { id, name } = partyNamed(world.parties, label)
  const accounts = ownedBy(world, id)
  const { ties } = world
  const isNamesake = ties.some(({ of, is, to }) => is === 'namesake' && (of === id || to === id))
  return {
    id,
    ...(isNamesake ? { name } : {}),
    ...(accounts.length === 0 ? {} : { accounts: accounts.map((account) => accountOf(world, account)) }),
  }
}

function accountOf({ parties, ties }: World, { number, type, frozen, owner }: Account) {
  const tie = ties.find(({ is, to }) => is === 'disponent' && to === owner)
  const disponent = parties.find(({ id }) => id === tie?.of)
  return {
    accountIdentifier: number,
    product: type,
    ...(frozen ? { blocked: true as const } : {}),
    ...(disponent === undefined ? {} : { disponent: disponent.label as KonkursFixture }),
  }
}
