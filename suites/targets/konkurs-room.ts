import { randomUUID } from 'node:crypto'
import type { Fixtures } from '../../contracts/fixtures.ts'
import { bankHookNames } from '../../contracts/hooks/protocol.ts'
import type { KonkursFixtures } from '../../contracts/konkursvarsel/debtors.ts'
import type { KonkursvarselProfile } from '../../contracts/konkursvarsel/profile.ts'
import type { Handlers } from '../../mocks/bank/hooks/handlers.ts'
import { hooksOf } from '../../mocks/bank/hooks/hooks.ts'
import { merged } from '../../mocks/bank/hooks/merged.ts'
import { serveHooks } from '../../mocks/bank/hooks/server.ts'
import type { KonkursFault } from '../../mocks/bank/konkursvarsel/fault.ts'
import { profile, startKonkursvarsel } from '../../mocks/bank/konkursvarsel/start.ts'
import { bankOf, fixturesOf, konkursFixturesOf, type World } from '../../mocks/bank/world/world.ts'
import type { Brreg } from '../../mocks/brreg/brreg.ts'
import { directoryOf } from '../../mocks/directory.ts'
import type { Parties } from '../../mocks/parties.ts'
import type { Authority, OrganisationIdentity } from '../../mocks/pki/authority.ts'
import { clientCertificate } from '../../mocks/pki/client.ts'
import type { TargetHooks } from '../kit/target.ts'

/** Brreg, the reference bank as its client, and the hooks of the bank's test environment. */
export interface KonkursRoom {
  readonly brreg: Brreg
  readonly hooks: TargetHooks
  readonly profile: KonkursvarselProfile
  readonly fixtures: Required<KonkursFixtures>
  readonly secrets: readonly string[]
  close(): Promise<void>
}

export interface KonkursRoomOptions {
  readonly world: World
  readonly parties: Parties
  readonly faults: readonly KonkursFault[]
  readonly host?: string
  readonly pollEveryMs?: number | null
  readonly stateFolder?: string
  /** What hooks do in other areas. */
  readonly beside?: Partial<Handlers>
  /** Who plays in other areas, of whom Brreg may publish something as well. */
  readonly others?: Fixtures
  /** Is told whose accounts were locked. */
  readonly locked?: (...owners: readonly string[]) => void
}

export async function openKonkursRoom(options: KonkursRoomOptions): Promise<KonkursRoom> {
  const { world, parties, faults, host, pollEveryMs = 900_000, stateFolder, beside = {}, others = {}, locked } = options
  const { authority } = parties
  const fixtures = konkursFixturesOf(world)
  const certificate = await certificateOf(authority, bankOf(world))
  const closers: (() => Promise<void>)[] = []
  const close = async () => {
    for (const one of closers.toReversed()) await one()
  }
  try {
    const brreg = await parties.brregFor(directoryOf({ ...fixturesOf(world), ...fixtures, ...others }))
    closers.push(() => brreg.close())
    const client = await startKonkursvarsel({
      world,
      baseUrl: brreg.url,
      credentials: {
        ...certificate,
        trust: [authority.rootPem],
        issue: (request) => clientCertificate(authority, { ...bankOf(world), ...request }),
      },
      // Short pauses: whoever asks by hook is not to wait for those after failures.
      settings: { pauseMs: 20, longestPauseMs: 100 },
      faults,
      ...(pollEveryMs === null ? {} : { everyMs: pollEveryMs }),
      ...(stateFolder === undefined ? {} : { folder: stateFolder }),
      ...(locked === undefined ? {} : { locked }),
    })
    closers.push(() => client.close())
    const token = randomUUID()
    const identity = await authority.server(['localhost', '127.0.0.1', ...(host === undefined ? [] : [host])])
    const handlers = merged(hooksOf(world, client), beside)
    const server = await serveHooks({ identity, token, handlers, ...(host && { host }) })
    closers.push(() => server.close())
    return {
      brreg,
      hooks: { baseUrl: server.url, offers: bankHookNames.filter((name) => handlers[name] !== undefined), token },
      profile: {
        ...profile,
        ...(pollEveryMs === null ? {} : { pollSeconds: Math.max(1, Math.ceil(pollEveryMs / 1000)) }),
        ...Object.assign({}, ...faults.map(({ declares }) => declares)),
      },
      fixtures,
      secrets: [token, certificate.privateKeyPem],
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** An RSA key takes long to make, and the runs of a test share their authority. */
const certificates = new WeakMap<Authority, Map<string, Promise<OrganisationIdentity>>>()

function certificateOf(authority: Authority, bank: World['bank']): Promise<OrganisationIdentity> {
  const known = certificates.get(authority) ?? new Map<string, Promise<OrganisationIdentity>>()
  certificates.set(authority, known)
  const made = known.get(bank.organisationNumber) ?? clientCertificate(authority, bank)
  known.set(bank.organisationNumber, made)
  return made
}
