import { inProcess } from '../../contracts/control/in-process.ts'
import { bankOf, fixturesOf, identifiersOf, makeWorld } from '../../mocks/bank/world/world.ts'
import { makeIdentity } from '../../mocks/fjordbanken/identity.ts'
import { startFjordbanken } from '../../mocks/fjordbanken/start.ts'
import { type Parties, startParties } from '../../mocks/parties.ts'
import type { Target } from '../kit/target.ts'
import { otherSeed } from './foreign-bank.ts'
import type { StageOptions } from './stage.ts'

/** The second bank, with the parties around it: conformant, and unlike the first. */
export async function fjordbankenTarget(options: Pick<StageOptions, 'seed' | 'day' | 'parties'>): Promise<Target> {
  const { seed, day } = options
  const world = makeWorld({ seed: seed + otherSeed, day })
  const parties = options.parties ?? (await startParties())
  const { instances, rootPem } = await startInstances(parties, world)
  const [bank, production] = instances
  const keys = [parties.consumer.privateKeyPem, parties.secondAgency.privateKeyPem]
  const fixtures = fixturesOf(world)
  const forget = async () => {
    for (const instance of instances) instance.forget()
    return true
  }
  return {
    kind: 'reference',
    faults: [],
    participant: { ...bankOf(world), name: 'Fjordbanken' },
    baseUrl: bank.baseUrl,
    trust: [rootPem],
    keys,
    fixtures,
    production: { baseUrl: production.baseUrl },
    external: [],
    servicers: [bankOf(world).organisationNumber],
    capabilities: { plainJson: false },
    day,
    deadlineMs: 30_000,
    control: inProcess(parties.control({ audience: () => bank.baseUrl, forget })),
    config: { baseUrl: bank.baseUrl, fixtures: Object.keys(fixtures) },
    known: { identifiers: identifiersOf(world), secrets: keys },
    close: async () => {
      await Promise.all(instances.map((instance) => instance.close()))
      if (options.parties === undefined) await parties.close()
    },
  }
}

/** It has no plain JSON anyway, so all that makes production another instance is whose tokens it takes (KI-AUT-022). */
async function startInstances(
  { authority, certpub, maskinporten, issuers }: Parties,
  world: ReturnType<typeof makeWorld>,
) {
  const { identity, rootPem } = await makeIdentity(['localhost', '127.0.0.1'])
  const common = { world, identity, certpub, trust: [authority.rootPem], delayMs: 1 }
  const bank = await startFjordbanken({ ...common, maskinporten })
  const production = await startFjordbanken({ ...common, maskinporten: issuers.production })
  return { instances: [bank, production] as const, rootPem }
}
