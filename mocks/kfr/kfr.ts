import { randomBytes } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { addDays, type IsoDate, today } from '../../contracts/calendar.ts'
import type { KfrVersion } from '../../contracts/kfr/operations.ts'
import type { KfrStimulus } from '../../contracts/kfr/stimuli.ts'
import type { CustomerNumber } from '../../contracts/kfr/wire.ts'
import { type Clock, realClock } from '../clock.ts'
import type { Directory } from '../directory.ts'
import { createOutgoing } from '../http/outgoing.ts'
import { answerPlainHttpToo } from '../http/plain-http.ts'
import { createReadCaller, keysAt } from '../http/token-caller.ts'
import type { Traffic } from '../http/traffic.ts'
import type { Authority, TlsIdentity } from '../pki/authority.ts'
import { addressIn, openDoor } from '../tls/door.ts'
import { makePresentations } from '../tls/presentations.ts'
import { createSettableClock } from './clock.ts'
import type { Institution, Site } from './context.ts'
import { type KfrFault, partsWith } from './fault.ts'
import { createKar, exampleKar, type KarContent } from './kar.ts'
import { createMoods } from './moods.ts'
import { createSite } from './operations.ts'
import { createPeople } from './people.ts'
import { checkedSettings, type KfrSettings, presentationsOf } from './settings.ts'
import { tellIngested, tellNoRequest } from './sightings.ts'
import { steer } from './steer.ts'
import { createIngestion } from './store/ingestion.ts'
import type { TracedRequest } from './store/requests.ts'
import { openStore, type StoreFiles } from './store/store.ts'

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

export interface KfrOptions {
  readonly identity: TlsIdentity
  /** The names in the certificate: under them the unlawful ones are made as well. */
  readonly names: readonly string[]
  readonly authority: Authority
  readonly host?: string
  readonly publicHost?: string
  readonly port?: number
  readonly traffic: Traffic
  /** Whose tokens are believed, and by which clock; milliseconds since 1970. */
  readonly maskinporten: { readonly issuer: string; readonly keysUrl: string; readonly now?: () => number }
  readonly institutions: readonly Institution[]
  /** Of the participant: whose customers stimuli are about. */
  readonly participant: string
  /** Who the fixtures are. Default: nobody knows. */
  readonly customers?: Directory | (() => Directory)
  readonly kar?: KarContent
  readonly settings?: Partial<KfrSettings>
  readonly faults?: readonly KfrFault[]
  /** Where everything outlives the process; 0700. Default: a temporary folder, gone when the register closes. */
  readonly folder?: string
  /** At least 32 bytes; what stands in the folder is unreadable without them. Default: new ones. */
  readonly secret?: Uint8Array
  readonly clock?: Clock
}

/** Starts the register. Throws `PortTaken`, or an Error that names the wrong setting or the folder that cannot be used. */
export async function startKfr(options: KfrOptions): Promise<Kfr> {
  const { traffic, maskinporten, authority, identity, names, participant } = options
  const chosen = partsWith(options.faults ?? [])
  const settings = checkedSettings({ ...options.settings, ...chosen.settings })
  const { horizon, ingest, discard, cease, protect, find } = chosen.parts
  const clock = createSettableClock(options.clock ?? realClock)
  const secret = protect(options.secret ?? randomBytes(32))
  const presentations = presentationsOf(
    settings,
    await makePresentations({ lawful: identity, names, authority, issuers: [] }),
  )
  const store = openStore(options.folder ?? null, secret)
  const outgoing = createOutgoing({ trust: [authority.rootPem] })
  const moods = createMoods()
  const trusted = { issuer: maskinporten.issuer, keys: keysAt(maskinporten.keysUrl, outgoing) }
  const tokenTime = maskinporten.now ?? Date.now
  const dayNow = () => today(new Date(clock.now()))
  const ingestion = createIngestion({
    ...{ database: store.database, spool: store.spool, clock },
    perSecond: () => {
      const ordered = moods.perSecond()
      return ordered === undefined ? settings.ingestPerSecond : ordered
    },
    store: ({ institution, day }, { customer, since }) =>
      ingest(store, { institution, customer, since: since ?? day }, day),
    discard: (id) => discard(store.spool, id),
    onIngested: (batch) => tellIngested(site, traffic, batch),
  })
  const site: Site = {
    ...{ settings, clock, store, ingestion, moods, tokenTime, today: dayNow },
    kar: createKar(options.kar ?? exampleKar),
    people: createPeople(options.customers ?? {}, secret),
    institutions: new Map(options.institutions.map((one) => [one.organisationNumber, one])),
    hanging: new Set(),
    readCaller: createReadCaller({ issuers: () => [trusted], audience: settings.audience, now: tokenTime }),
  }
  let answer: RequestListener = () => {}
  const ending = async () => {
    ingestion.close()
    await outgoing.close()
    store.close()
  }
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
    await ending()
    throw error
  })
  answer = createSite(site, chosen.parts, traffic)
  /** What is too old goes at once, and every day. */
  const erase = () => void store.register.erase(horizon(dayNow(), settings.years))
  let cancelErasing = () => {}
  const eraseDaily = () => {
    erase()
    cancelErasing = clock.at(Date.parse(`${addDays(dayNow(), 1)}T00:00:00Z`), eraseDaily)
  }
  store.spool.sweep(ingestion.isKnown)
  eraseDaily()
  ingestion.go()
  const steering = steer({ site, door, participant })
  return {
    url: door.url,
    baseUrl: (version) => `${door.url}${settings.basePaths[version]}`,
    ...steering,
    advance(to) {
      clock.set(to)
      erase()
      ingestion.go()
      return new Date(clock.now()).toISOString()
    },
    put({ institution, customer, since, until = null }) {
      const days = { since: since as IsoDate, until: until as IsoDate | null }
      store.register.put({ institution, customer: secret.cover(customer as CustomerNumber), ...days })
    },
    holds({ institution, customer, on }) {
      const day = on as IsoDate
      const found = find(store, customer as CustomerNumber, { from: day, to: day })
      return found.some((relation) => relation.institution === institution)
    },
    cease: (institution) => cease(store, institution, dayNow()),
    traced: (correlation) => store.requests.find(correlation).map(({ customer: _customer, ...request }) => request),
    files: store.files,
    count: () => ({ ...store.register.count(), pending: ingestion.pending() }),
    idle: () => ingestion.idle(),
    async close() {
      cancelErasing()
      await door.close()
      await ending()
    },
  }
}
