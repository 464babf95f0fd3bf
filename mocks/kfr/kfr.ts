import type { RequestListener } from 'node:http'
import type { IsoDate } from '../../contracts/calendar.ts'
import type { KfrVersion } from '../../contracts/kfr/operations.ts'
import type { KfrStimulus } from '../../contracts/kfr/stimuli.ts'
import type { CustomerNumber } from '../../contracts/kfr/wire.ts'
import { answerPlainHttpToo } from '../http/plain-http.ts'
import type { TlsIdentity } from '../pki/authority.ts'
import { addressIn, openDoor } from '../tls/door.ts'
import { makePresentations } from '../tls/presentations.ts'
import { type KfrFault, partsWith } from './fault.ts'
import { type House, type HouseOptions, openHouse } from './house.ts'
import { createSite } from './operations.ts'
import type { Parts } from './parts.ts'
import { checkedSettings, type KfrSettings, presentationsOf } from './settings.ts'
import { tellNoRequest } from './sightings.ts'
import { steer } from './steer.ts'
import type { TracedRequest } from './store/requests.ts'
import type { StoreFiles } from './store/store.ts'

/** Kundeforholdsregisteret: who is a customer where, as institutions report it and agencies look it up. */
export interface Kfr {
  /** `https://HOST:PORT`, below which the base paths lie. */
  readonly url: string
  /** Without a slash at the end. */
  baseUrl(version: KfrVersion): string
  stimulate(stimulus: KfrStimulus): Promise<void>
  /** Lawful again; what stands in the register stays. */
  calm(): Promise<void>
  /** Sets the clock, which goes on from there; null is the real time again. Gives the time that it is now. */
  advance(to: string | null): string
  /** Puts a relationship there, whatever its days: what no interface can do. */
  put(relation: {
    readonly institution: string
    readonly customer: string
    readonly since: string
    readonly until?: string
  }): void
  /** Whether the register has it on that day: what the own look-up would say. */
  holds(relation: { readonly institution: string; readonly customer: string; readonly on: string }): boolean
  /** The institution has ceased to exist (AGR 4.6). How many relationships became historical. */
  cease(institution: string): number
  /** What a reporter asked under that id (AGR 4.7). */
  traced(correlation: string): readonly Omit<TracedRequest, 'customer'>[]
  /** What an operator hands over to be looked through. A folder stands for what is in it. */
  readonly files: StoreFiles
  count(): { readonly active: number; readonly historical: number; readonly pending: number }
  /** Resolves when no accepted batch waits any more. */
  idle(): Promise<void>
  close(): Promise<void>
}

export interface KfrOptions extends HouseOptions {
  readonly identity: TlsIdentity
  /** The names in the certificate: under them the unlawful ones are made as well. */
  readonly names: readonly string[]
  readonly host?: string
  readonly publicHost?: string
  readonly port?: number
  /** Of the participant: whose customers stimuli are about. */
  readonly participant: string
  readonly settings?: Partial<KfrSettings>
  readonly faults?: readonly KfrFault[]
}

/** Starts the register. Throws `PortTaken`, or an Error that names the wrong setting or the folder that cannot be used. */
export async function startKfr(options: KfrOptions): Promise<Kfr> {
  const { traffic, authority, identity, names, participant } = options
  const { parts, settings: faulty } = partsWith(options.faults ?? [])
  const settings = checkedSettings({ ...options.settings, ...faulty })
  const presentations = presentationsOf(
    settings,
    await makePresentations({ lawful: identity, names, authority, issuers: [] }),
  )
  const house = openHouse(options, settings, parts)
  const { site } = house
  let answer: RequestListener = () => {}
  const door = await openDoor((...given) => answer(...given), {
    ...addressIn(options),
    name: 'Kundeforholdsregisteret',
    presentations,
    refuseWithoutCertificate: false,
    onNoRequest: (_tls, reason) => tellNoRequest(traffic, reason),
    prepare: (server) => {
      if (settings.answersPlainHttp) answerPlainHttpToo(server, (...given) => answer(...given))
    },
  }).catch(async (error) => {
    await house.close()
    throw error
  })
  answer = createSite(site, parts, traffic)
  house.begin()
  return {
    url: door.url,
    baseUrl: (version) => `${door.url}${settings.basePaths[version]}`,
    ...steer({ site, door, participant }),
    ...deedsIn(house, parts),
    async close() {
      await door.close()
      await house.close()
    },
  }
}

/** What only those can do who hold the register itself. */
function deedsIn({ site, setTime }: House, { find, cease }: Parts) {
  const { store, ingestion } = site
  return {
    advance: setTime,
    put({ institution, customer, since, until = null }) {
      const days = { since: since as IsoDate, until: until as IsoDate | null }
      store.register.put({ institution, customer: store.secret.cover(customer as CustomerNumber), ...days })
    },
    holds({ institution, customer, on }) {
      const day = on as IsoDate
      const found = find(store, customer as CustomerNumber, { from: day, to: day })
      return found.some((relation) => relation.institution === institution)
    },
    cease: (institution) => cease(store, institution, site.today()),
    traced: (correlation) => store.requests.find(correlation).map(({ customer: _customer, ...request }) => request),
    files: store.files,
    count: () => ({ ...store.register.count(), pending: ingestion.pending() }),
    idle: () => ingestion.idle(),
  } satisfies Partial<Kfr>
}
