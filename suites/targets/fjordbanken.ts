import { randomUUID } from 'node:crypto'
import { inProcess } from '../../contracts/control/in-process.ts'
import { serveHooks } from '../../mocks/bank/hooks/server.ts'
import type { World } from '../../mocks/bank/world/model.ts'
import { bankOf, fixturesOf, identifiersOf, konkursFixturesOf, makeWorld } from '../../mocks/bank/world/world.ts'
import { directoryOf } from '../../mocks/directory.ts'
import { makeIdentity } from '../../mocks/fjordbanken/identity.ts'
import { declared, follow } from '../../mocks/fjordbanken/konkursvarsel/follow.ts'
import { hooksOf, offered } from '../../mocks/fjordbanken/konkursvarsel/hooks.ts'
import { startFjordbanken } from '../../mocks/fjordbanken/start.ts'
import { type Parties, startParties } from '../../mocks/parties.ts'
import type { TlsIdentity } from '../../mocks/pki/authority.ts'
import { clientCertificate } from '../../mocks/pki/client.ts'
import type { Target } from '../kit/target.ts'
import { otherSeed } from './foreign-bank.ts'
import type { StageOptions } from './stage.ts'

/** The second bank, with the parties around it: conformant, and unlike the first. */
export async function fjordbankenTarget(
  options: Pick<StageOptions, 'seed' | 'day' | 'parties' | 'areas'>,
): Promise<Target> {
  const { seed, day } = options
  const world = makeWorld({ seed: seed + otherSeed, day })
  const parties = options.parties ?? (await startParties())
  const { instances, identity, rootPem } = await startInstances(parties, world)
  const desk = options.areas?.includes('konkursvarsel') === true ? await openDesk(parties, world, identity) : null
  const [bank, production] = instances
  const keys = [parties.consumer.privateKeyPem, parties.secondAgency.privateKeyPem]
  const fixtures = { ...fixturesOf(world), ...(desk === null ? {} : konkursFixturesOf(world)) }
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
    ...(desk === null ? {} : { hooks: desk.hooks, konkursvarsel: desk.profile }),
    day,
    deadlineMs: 30_000,
    control: inProcess(parties.control({ audience: () => bank.baseUrl, forget }, desk?.own)),
    config: { baseUrl: bank.baseUrl, fixtures: Object.keys(fixtures) },
    known: { identifiers: identifiersOf(world), secrets: [...keys, ...(desk?.secrets ?? [])] },
    close: async () => {
      await desk?.close()
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
  return { instances: [bank, production] as const, identity, rootPem }
}

/** Where notices are followed: Brreg, the follower, and the hooks. */
async function openDesk(parties: Parties, world: World, identity: TlsIdentity) {
  const directory = directoryOf({ ...fixturesOf(world), ...konkursFixturesOf(world) })
  const own = { ...bankOf(world), name: 'Fjordbanken' }
  const brreg = await parties.brregFor(directory)
  // It reports nothing: what stands there is the scene.
  const register = await parties.kfrFor(own, { customers: directory })
  const { certificatePem, privateKeyPem } = await clientCertificate(parties.authority, own)
  const access = { certificate: certificatePem, key: privateKeyPem, roots: [parties.authority.rootPem] }
  const follower = follow({ world, brreg: brreg.url, access })
  const token = randomUUID()
  const server = await serveHooks({ identity, token, handlers: hooksOf(world, follower), bank: 'Fjordbanken' })
  return {
    own: { brreg, ...register.own },
    hooks: { baseUrl: server.url, offers: offered, token },
    profile: declared,
    secrets: [token, privateKeyPem],
    close: async () => {
      await Promise.all([server.close(), follower.close()])
      await brreg.close()
      await register.close()
    },
  }
}
