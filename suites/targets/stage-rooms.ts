import type { Area } from '../../contracts/requirement.ts'
import { merged } from '../../mocks/bank/hooks/merged.ts'
import type { World } from '../../mocks/bank/world/world.ts'
import type { OwnParties } from '../../mocks/own-rooms.ts'
import type { Parties } from '../../mocks/parties.ts'
import type { TargetHooks } from '../kit/target.ts'
import type { Chosen } from './chosen-faults.ts'
import type { DsveRoom, DsveRoomOptions } from './dsve-room.ts'
import type { KfrRoom, KfrRoomOptions } from './kfr-room.ts'
import type { KonkursRoom, KonkursRoomOptions } from './konkurs-room.ts'

/** What stands beside the account interface where somebody asks about its area; null where nobody does. */
export interface Rooms {
  /** Brreg, and the bank that follows it. */
  readonly konkursvarsel: KonkursRoom | null
  /** Broker, AKELDO and megler, and the bank that answers. */
  readonly dsve: DsveRoom | null
  /** The register of customers, and the bank that reports to it. */
  readonly kfr: KfrRoom | null
  /** What the test environment of the bank offers beside its interfaces. */
  readonly hooks: TargetHooks | null
}

/** What decides which rooms there are, and how they are. */
export interface RoomsOptions {
  /** What is to be judged. Default: the account interface alone. */
  readonly areas?: readonly Area[]
  readonly host?: string
  /** Milliseconds between two polls of Brreg, and of the broker; null for none but those by hook. Default: as often as they change. */
  readonly pollEveryMs?: number | null
  /** A private folder for what the bank keeps of notices and of requests. Default: none, and nothing outlives the process. */
  readonly stateFolder?: string
  /** Whether the bank hears of requests by event, beside looking. Default: only where a fault shows in that. */
  readonly hearsEvents?: boolean
}

interface House {
  readonly world: World
  readonly parties: Parties
  readonly faults: Omit<Chosen, 'account'>
}

export interface OpenRooms extends Rooms {
  readonly secrets: readonly string[]
  /** In place of the parties that all share. */
  readonly own: OwnParties
  close(): Promise<void>
}

/** Opens all or none. */
export async function openRooms(options: RoomsOptions, { world, parties, faults }: House): Promise<OpenRooms> {
  let konkursvarsel: KonkursRoom | null = null
  let dsve: DsveRoom | null = null
  let kfr: KfrRoom | null = null
  let dsveHooks: Awaited<ReturnType<typeof hooksOf>> = null
  const close = async () => {
    await dsveHooks?.close()
    await konkursvarsel?.close()
    await dsve?.close()
    await kfr?.close()
  }
  try {
    dsve = await dsveRoomOf(options, { world, parties, faults: faults.dsve })
    kfr = await kfrRoomOf(options, { world, parties, faults: faults.kfr })
    konkursvarsel = await konkursRoomOf(options, {
      world,
      parties,
      faults: faults.konkurs,
      ...besideKonkurs(dsve, kfr),
    })
    if (konkursvarsel === null) dsveHooks = await hooksOf(dsve, parties, options.host)
  } catch (error) {
    await close()
    throw error
  }
  const rooms = { konkursvarsel, dsve, kfr, hooks: konkursvarsel?.hooks ?? dsveHooks?.hooks ?? null }
  const hookTokens = dsveHooks?.hooks.token === undefined ? [] : [dsveHooks.hooks.token]
  const secrets = [konkursvarsel, dsve, kfr].flatMap((room) => room?.secrets ?? [])
  return { ...rooms, secrets: [...secrets, ...hookTokens], own: ownIn(rooms), close }
}

/** Loaded by need, like the faults. */
async function konkursRoomOf(
  { areas = [], ...options }: RoomsOptions,
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

async function kfrRoomOf({ areas = [] }: RoomsOptions, room: KfrRoomOptions): Promise<KfrRoom | null> {
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
  { areas = [], pollEveryMs, stateFolder, hearsEvents, host }: RoomsOptions,
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

const ownIn = ({ konkursvarsel, dsve, kfr }: Rooms): OwnParties => ({
  ...(konkursvarsel === null ? {} : { brreg: konkursvarsel.brreg }),
  ...(dsve === null
    ? {}
    : { 'altinn-broker': dsve.parties['altinn-broker'], akeldo: dsve.parties.akeldo, megler: dsve.parties.megler }),
  ...kfr?.parties.own,
})
