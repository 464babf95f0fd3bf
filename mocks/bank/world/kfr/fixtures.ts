import {
  type KfrFixture,
  type KfrFixtures,
  type KfrParty,
  kfrFixtures,
} from '../../../../contracts/kfr-rapportering/customers.ts'
import type { World } from '../model.ts'
import { partyNamed } from '../parties.ts'
import { ownedBy } from '../queries.ts'

/** Who plays whom, as it stands in a configuration. */
export const kfrFixturesOf = (world: World): Required<KfrFixtures> =>
  Object.fromEntries(kfrFixtures.map((name) => [name, customerOf(world, name)])) as Required<KfrFixtures>

function customerOf(world: World, label: KfrFixture): KfrParty {
  const { id } = partyNamed(world.parties, label)
  const accounts = ownedBy(world, id).filter(({ type, closed }) => type !== 'loanAccount' && closed === null)
  return { id, ...(accounts.length === 0 ? {} : { accounts: accounts.map(({ number }) => number) }) }
}
