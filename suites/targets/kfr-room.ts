import type { Fixtures } from '../../contracts/fixtures.ts'
import type { ReporterProfile } from '../../contracts/kfr/profile.ts'
import type { KfrFixtures } from '../../contracts/kfr-rapportering/customers.ts'
import type { Handlers } from '../../mocks/bank/hooks/handlers.ts'
import { kfrHooksOf } from '../../mocks/bank/hooks/kfr.ts'
import type { KfrReporter } from '../../mocks/bank/kfr/client.ts'
import type { KfrFault } from '../../mocks/bank/kfr/fault.ts'
import { profile, startKfrReporter } from '../../mocks/bank/kfr/start.ts'
import { bankOf, fixturesOf, kfrFixturesOf, konkursFixturesOf, type World } from '../../mocks/bank/world/world.ts'
import { directoryOf } from '../../mocks/directory.ts'
import { reporterClientId } from '../../mocks/kfr/clients.ts'
import type { AroundKfr } from '../../mocks/own-rooms.ts'
import type { Parties } from '../../mocks/parties.ts'

/** The register of customers and its Maskinporten, and the reference bank that reports to it. */
export interface KfrRoom {
  readonly parties: AroundKfr
  readonly reporter: KfrReporter
  readonly handlers: Partial<Handlers>
  readonly profile: ReporterProfile
  readonly fixtures: Required<KfrFixtures>
  readonly secrets: readonly string[]
  close(): Promise<void>
}

export interface KfrRoomOptions {
  readonly world: World
  readonly parties: Pick<Parties, 'kfrFor' | 'authority'>
  readonly faults: readonly KfrFault[]
}

export async function openKfrRoom({ world, parties: house, faults }: KfrRoomOptions): Promise<KfrRoom> {
  const { authority } = house
  const bank = bankOf(world)
  const fixtures = kfrFixturesOf(world)
  const known: Fixtures = { ...fixtures, ...konkursFixturesOf(world), ...fixturesOf(world) }
  const parties = await house.kfrFor(bank, { customers: directoryOf(known) })
  const { maskinporten, kfr, client } = parties
  const reporter = startKfrReporter({
    world,
    baseUrl: kfr.baseUrl('1.1.2'),
    maskinporten: {
      issuer: maskinporten.issuer,
      tokenUrl: `${maskinporten.url}/token`,
      clientId: reporterClientId,
    },
    credentials: { ...client, trust: [authority.rootPem] },
    faults,
  })
  return {
    parties,
    reporter,
    handlers: kfrHooksOf(world, reporter),
    profile,
    fixtures,
    secrets: [client.privateKeyPem],
    close: async () => {
      await reporter.close()
      await parties.close()
    },
  }
}
