import { randomUUID } from 'node:crypto'
import type { IsoDate } from '../../contracts/calendar.ts'
import type { Control } from '../../contracts/control/protocol.ts'
import type { Fixtures } from '../../contracts/fixtures.ts'
import type { RunRecord } from '../../contracts/report/report.ts'
import type { Area } from '../../contracts/requirement.ts'
import { merged } from '../../mocks/bank/hooks/merged.ts'
import { type Bank, startBank } from '../../mocks/bank/start.ts'
import { bankOf, fixturesOf, identifiersOf, makeWorld, type World } from '../../mocks/bank/world/world.ts'
import type { Hostile } from '../../mocks/hostile/start.ts'
import { type Parties, startParties } from '../../mocks/parties.ts'
import type { TargetHooks } from '../kit/target.ts'
import type { Chosen } from './chosen-faults.ts'
import type { DsveRoom, DsveRoomOptions } from './dsve-room.ts'
import { isHostileId, standInFront } from './hostile.ts'
import type { KfrRoom, KfrRoomOptions } from './kfr-room.ts'
import type { KonkursRoom, KonkursRoomOptions } from './konkurs-room.ts'

/** The reference bank and the parties around it, on sockets of their own. */
export interface Stage {
  readonly bank: Bank
  /** The same bank in production profile: it trusts another issuer, and has no plain JSON. */
  readonly production: Bank
  /** What stands in front of it, when a hostile bank was chosen. */
  readonly hostile: Hostile | null
  /** Brreg, and the bank that follows it; null when nobody asks about that area. */
  readonly konkursvarsel: KonkursRoom | null
  /** Broker, AKELDO and megler, and the bank that answers; null when nobody asks about that area. */
  readonly dsve: DsveRoom | null
  /** The register of customers, and the bank that reports to it; null when nobody asks about that area. */
  readonly kfr: KfrRoom | null
  /** What its test environment offers beside its interfaces; null where nobody needs that. */
  readonly hooks: TargetHooks | null
  readonly parties: Parties
  readonly participant: { readonly name: string; readonly organisationNumber: string }
  readonly fixtures: Fixtures
  readonly known: RunRecord['known']
  readonly control: Control
  close(): Promise<void>
}

export interface StageOptions {
  readonly seed: number
  readonly day: IsoDate
  /** What is to be judged. Default: the account interface alone. */
  readonly areas?: readonly Area[]
  /** Ids; an unknown one throws and names the nearest. */
  readonly faults: readonly string[]
  /** Where the bank is reached from outside: its base URL and the audience of tokens. */
  readonly publicUrl?: string
  readonly host?: string
  readonly port?: number
  /** Milliseconds between two polls of Brreg, and of the broker; null for none but those by hook. Default: as often as they change. */
  readonly pollEveryMs?: number | null
  /** A private folder for what the bank keeps of notices and of requests. Default: none, and nothing outlives the process. */
  readonly stateFolder?: string
  /** Whether the bank hears of requests by event, beside looking. Default: only where a fault shows in that. */
  readonly hearsEvents?: boolean
  /** The bank listens without TLS, on this machine alone: for whoever measures what the bank itself needs. */
  readonly withoutTls?: boolean
  /** Parties that already stand; they are then not closed with the stage. */
  readonly parties?: Parties
  /** Made before, with this seed and day: many stages may share one, as long as nobody is told of a bankruptcy in it. */
  readonly world?: World
}

export async function startStage(options: StageOptions): Promise<Stage> {
  const {
    account: faults,
    konkurs,
    dsve: dsveFaults,
    kfr: kfrFaults,
  } = await faultsOf(options.faults.filter((id) => !isHostileId(id)))
  const world = options.world ?? makeWorld(options)
  const parties = options.parties ?? (await startParties())
  const closeParties = () => (options.parties === undefined ? parties.close() : Promise.resolve())
  const names = ['localhost', '127.0.0.1', ...(options.host ? [options.host] : [])]
  let hostile: Hostile | null = null
  let konkursvarsel: KonkursRoom | null = null
  let dsve: DsveRoom | null = null
  let kfr: KfrRoom | null = null
  let dsveHooks: Awaited<ReturnType<typeof hooksOf>> = null
  const closeRooms = async () => {
    await hostile?.close()
    await dsveHooks?.close()
    await konkursvarsel?.close()
    await dsve?.close()
    await kfr?.close()
  }
  try {
    dsve = await dsveRoomOf(options, { world, parties, faults: dsveFaults })
    kfr = await kfrRoomOf(options, { world, parties, faults: kfrFaults })
    konkursvarsel = await konkursRoomOf(options, { world, parties, faults: konkurs, ...besideKonkurs(dsve, kfr) })
    if (konkursvarsel === null) dsveHooks = await hooksOf(dsve, parties, options.host)
    hostile = await standInFront(parties, { ...options, names })
    // Whoever stands in front is who is reached, and has the address that was asked for.
    const publicUrl = options.publicUrl ?? hostile?.baseUrl
    const address: Pick<StageOptions, 'host' | 'port'> = hostile === null ? options : {}
    const common = {
      world,
      faults,
      identity: options.withoutTls === true ? null : await parties.authority.server(names),
      certpub: parties.certpub,
      certificateByHand: parties.consumer.certificatePem,
      trust: [parties.authority.rootPem],
    }
    const bank = await startBank({
      ...common,
      maskinporten: parties.maskinporten,
      otherMaskinporten: parties.issuers.production,
      ...(publicUrl === undefined ? {} : { publicUrl }),
      ...(address.host === undefined ? {} : { host: address.host }),
      ...(address.port === undefined ? {} : { port: address.port }),
    })
    const production = await startBank({
      ...common,
      environment: 'production',
      maskinporten: parties.issuers.production,
      otherMaskinporten: parties.maskinporten,
    }).catch(async (error) => {
      await bank.close()
      throw error
    })
    const instances = [bank, production]
    hostile?.passTo({ url: bank.listenUrl, trust: [parties.authority.rootPem] })
    const forget = async () => {
      for (const instance of instances) instance.forget()
      return true
    }
    return {
      bank: hostile === null ? bank : { ...bank, listenUrl: hostile.url },
      production,
      hostile,
      konkursvarsel,
      dsve,
      kfr,
      hooks: konkursvarsel?.hooks ?? dsveHooks?.hooks ?? null,
      parties,
      participant: bankOf(world),
      fixtures: { ...fixturesOf(world), ...konkursvarsel?.fixtures, ...kfr?.fixtures },
      known: {
        identifiers: [...identifiersOf(world), ...(dsve?.identifiers ?? [])],
        secrets: [
          parties.consumer.privateKeyPem,
          parties.secondAgency.privateKeyPem,
          ...(konkursvarsel?.secrets ?? []),
          ...(dsve?.secrets ?? []),
          ...(kfr?.secrets ?? []),
          ...(dsveHooks?.hooks.token === undefined ? [] : [dsveHooks.hooks.token]),
        ],
      },
      control: parties.control(
        { audience: () => bank.baseUrl, forget },
        {
          ...(konkursvarsel === null ? {} : { brreg: konkursvarsel.brreg }),
          ...aroundDsve(dsve),
          ...kfr?.parties.own,
        },
      ),
      close: async () => {
        await closeRooms()
        await Promise.all(instances.map((instance) => instance.close()))
        await closeParties()
      },
    }
  } catch (error) {
    await closeRooms()
    await closeParties()
    throw error
  }
}

/** The table of all faults is large, and a conformant bank is not to wait for it. */
async function faultsOf(ids: readonly string[]): Promise<Chosen> {
  if (ids.length === 0) return { account: [], konkurs: [], dsve: [], kfr: [] }
  const { chosenFaults } = await import('./chosen-faults.ts')
  return chosenFaults(ids)
}

/** Loaded by need, like the faults. */
async function konkursRoomOf(
  { areas = [], day: _, ...options }: StageOptions,
  room: Omit<KonkursRoomOptions, 'host' | 'pollEveryMs' | 'stateFolder'>,
): Promise<KonkursRoom | null> {
  if (!aroundBankruptcy(areas)) return null
  const { openKonkursRoom } = await import('./konkurs-room.ts')
  return openKonkursRoom({ ...options, ...room })
}

/**
 * Brreg and the register stand together: whether a bankruptcy ends a relationship is seen where both are (KFRB-049,
 * KV-073), and a bostyrer learns of the bank from the one after the other has told of the bankruptcy.
 */
const aroundBankruptcy = (areas: readonly Area[]) =>
  areas.includes('konkursvarsel') || areas.includes('kfr-rapportering')

async function kfrRoomOf({ areas = [] }: StageOptions, room: KfrRoomOptions): Promise<KfrRoom | null> {
  if (!aroundBankruptcy(areas)) return null
  const { openKfrRoom } = await import('./kfr-room.ts')
  return openKfrRoom(room)
}

/** What other areas have to do with who follows konkursvarsler: hooks of the same bank, and its customers. */
const besideKonkurs = (dsve: DsveRoom | null, kfr: KfrRoom | null) => ({
  beside: merged(dsve?.handlers ?? {}, kfr?.handlers ?? {}),
  ...(kfr === null ? {} : { others: kfr.fixtures, locked: kfr.reporter.changed }),
})

async function dsveRoomOf(
  { areas = [], pollEveryMs, stateFolder, hearsEvents, host }: StageOptions,
  room: Pick<DsveRoomOptions, 'world' | 'parties' | 'faults'>,
): Promise<DsveRoom | null> {
  if (!areas.includes('dsve')) return null
  const { openDsveRoom } = await import('./dsve-room.ts')
  return openDsveRoom({
    ...room,
    ...(hearsEvents === undefined ? {} : { hearsEvents }),
    ...(host === undefined ? {} : { host }),
    ...(pollEveryMs === undefined ? {} : { pollEveryMs }),
    ...(stateFolder === undefined ? {} : { stateFolder }),
  })
}

/** Served by this room, where no other serves hooks. */
async function hooksOf(dsve: DsveRoom | null, parties: Parties, host: string | undefined) {
  if (dsve === null) return null
  const { serveDsveHooks } = await import('./dsve-room.ts')
  return serveDsveHooks(dsve, parties, host)
}

const aroundDsve = (dsve: DsveRoom | null) =>
  dsve === null
    ? {}
    : { 'altinn-broker': dsve.parties['altinn-broker'], akeldo: dsve.parties.akeldo, megler: dsve.parties.megler }

/** A secret for one run of a process. */
export const newControlToken = () => randomUUID() + randomUUID()
