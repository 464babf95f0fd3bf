import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { DsveProfile } from '../../contracts/dsve/declared.ts'
import { caseIdentifiers } from '../../contracts/dsve/fixtures/identifiers.ts'
import type { Dsve } from '../../mocks/bank/dsve/client.ts'
import type { DsveFault } from '../../mocks/bank/dsve/fault.ts'
import { profile, startDsve } from '../../mocks/bank/dsve/start.ts'
import type { Handlers } from '../../mocks/bank/hooks/handlers.ts'
import { serveHooks } from '../../mocks/bank/hooks/server.ts'
import { bankOf, type World } from '../../mocks/bank/world/world.ts'
import type { AroundDsve } from '../../mocks/own-rooms.ts'
import type { Parties } from '../../mocks/parties.ts'
import type { TargetHooks } from '../kit/target.ts'

/** Broker, AKELDO and megler, and the reference bank among them. */
export interface DsveRoom {
  readonly parties: AroundDsve
  readonly dsve: Dsve
  /** What its hooks do here; another area may have hooks of the same name. */
  readonly handlers: Pick<Handlers, 'poll' | 'restart'>
  readonly profile: DsveProfile
  readonly secrets: readonly string[]
  /** Of the cases, and what they are called instead. */
  readonly identifiers: typeof caseIdentifiers
  close(): Promise<void>
}

export interface DsveRoomOptions {
  readonly world: World
  readonly parties: Pick<Parties, 'dsveFor' | 'authority'>
  readonly faults: readonly DsveFault[]
  /** Milliseconds between two looks; null for none but those by hook. Default: fifteen seconds. */
  readonly pollEveryMs?: number | null
  readonly stateFolder?: string
  /** The bank hears of requests by event too. Default: it only looks. */
  readonly hearsEvents?: boolean
  readonly host?: string
}

/** Not ten times a minute, whatever is asked for: more the broker does not allow (DSVE-014). */
const quickestMs = 15_000

/** The bank is asked by hook as often as a run likes, and nothing is scanned for long. */
const brokerSettings = { scanMs: 0, limits: { search: 10_000, details: 10_000, other: 100_000 } }

export async function openDsveRoom(options: DsveRoomOptions): Promise<DsveRoom> {
  const { world, parties: house, faults, pollEveryMs = 15_000, stateFolder } = options
  const bank = bankOf(world)
  const parties = await house.dsveFor(bank, { broker: { settings: brokerSettings }, megler: { lookMs: 10_000 } })
  const { maskinporten, clients } = parties
  const { hearsEvents = false, host } = options
  const webhook = hearsEvents ? { webhook: { identity: await identityFor(house, host), ...(host && { host }) } } : {}
  const dsve = await startDsve({
    bank,
    client: clients.bank,
    maskinporten: { issuer: maskinporten.issuer, tokenUrl: `${maskinporten.url}/token` },
    broker: parties['altinn-broker'],
    akeldo: parties.akeldo,
    trust: [house.authority.rootPem],
    // Short pauses: whoever asks by hook is not to wait for those after failures.
    patience: { times: 5, waitMs: 20 },
    faults,
    ...webhook,
    ...(pollEveryMs === null ? {} : { everyMs: Math.max(pollEveryMs, quickestMs) }),
    ...(stateFolder === undefined ? {} : { folder: join(stateFolder, 'dsve') }),
  })
  return {
    parties,
    dsve,
    handlers: {
      poll: async () => {
        await dsve.poll()
        return {}
      },
      restart: async () => {
        await dsve.restart()
        return {}
      },
    },
    profile,
    identifiers: caseIdentifiers,
    secrets: [clients.bank.privateKeyPem, clients.megler.privateKeyPem],
    close: async () => {
      await dsve.close()
      await parties.close()
    },
  }
}

/** The hooks of a bank that has none but these. */
export async function serveDsveHooks(
  { handlers }: Pick<DsveRoom, 'handlers'>,
  { authority }: Pick<Parties, 'authority'>,
  host?: string,
): Promise<{ readonly hooks: TargetHooks; readonly close: () => Promise<void> }> {
  const token = randomUUID()
  const identity = await identityFor({ authority }, host)
  const server = await serveHooks({ identity, token, handlers, ...(host === undefined ? {} : { host }) })
  return {
    hooks: { baseUrl: server.url, offers: ['poll', 'restart'], token },
    close: () => server.close(),
  }
}

const identityFor = ({ authority }: Pick<Parties, 'authority'>, host: string | undefined) =>
  authority.server(['localhost', '127.0.0.1', ...(host === undefined ? [] : [host])])
