import type { IsoDate } from '../../contracts/calendar.ts'
import type { Control } from '../../contracts/control/protocol.ts'
import type { Fixtures } from '../../contracts/fixtures.ts'
import type { RunRecord } from '../../contracts/report/report.ts'
import { type Bank, startBank } from '../../mocks/bank/start.ts'
import { bankOf, fixturesOf, identifiersOf, makeWorld, type World } from '../../mocks/bank/world/world.ts'
import type { Hostile } from '../../mocks/hostile/start.ts'
import { type Parties, startParties } from '../../mocks/parties.ts'
import type { Chosen } from './chosen-faults.ts'
import { isHostileId, standInFront } from './hostile.ts'
import { type OpenRooms, openRooms, type Rooms, type RoomsOptions } from './stage-rooms.ts'

/** The reference bank and the parties around it, on sockets of their own. */
export interface Stage extends Rooms {
  readonly bank: Bank
  /** The same bank in production profile: it trusts another issuer, and has no plain JSON. */
  readonly production: Bank
  /** What stands in front of it, when a hostile bank was chosen. */
  readonly hostile: Hostile | null
  readonly parties: Parties
  readonly participant: { readonly name: string; readonly organisationNumber: string }
  readonly fixtures: Fixtures
  readonly known: RunRecord['known']
  readonly control: Control
  close(): Promise<void>
}

export interface StageOptions extends RoomsOptions {
  readonly seed: number
  readonly day: IsoDate
  /** Ids; an unknown one throws and names the nearest. */
  readonly faults: readonly string[]
  /** Where the bank is reached from outside: its base URL and the audience of tokens. */
  readonly publicUrl?: string
  readonly port?: number
  /** The bank listens without TLS, on this machine alone: for whoever measures what the bank itself needs. */
  readonly withoutTls?: boolean
  /** Parties that already stand; they are then not closed with the stage. */
  readonly parties?: Parties
  /** Made before, with this seed and day: many stages may share one, as long as nobody is told of a bankruptcy in it. */
  readonly world?: World
}

export async function startStage(options: StageOptions): Promise<Stage> {
  const { account: faults, ...beside } = await faultsOf(options.faults.filter((id) => !isHostileId(id)))
  const world = options.world ?? makeWorld(options)
  const parties = options.parties ?? (await startParties())
  const closeParties = () => (options.parties === undefined ? parties.close() : Promise.resolve())
  const names = ['localhost', '127.0.0.1', ...(options.host ? [options.host] : [])]
  let hostile: Hostile | null = null
  let rooms: OpenRooms | null = null
  const closeRooms = async () => {
    await hostile?.close()
    await rooms?.close()
  }
  try {
    rooms = await openRooms(options, { world, parties, faults: beside })
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
    const { konkursvarsel, dsve, kfr, hooks, secrets, own } = rooms
    return {
      bank: hostile === null ? bank : { ...bank, listenUrl: hostile.url },
      production,
      hostile,
      konkursvarsel,
      dsve,
      kfr,
      hooks,
      parties,
      participant: bankOf(world),
      fixtures: { ...fixturesOf(world), ...konkursvarsel?.fixtures, ...kfr?.fixtures },
      known: {
        identifiers: [...identifiersOf(world), ...(dsve?.identifiers ?? [])],
        secrets: [parties.consumer.privateKeyPem, parties.secondAgency.privateKeyPem, ...secrets],
      },
      control: parties.control({ audience: () => bank.baseUrl, forget }, own),
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
