import { randomBytes } from 'node:crypto'
import { addDays, today } from '../../contracts/calendar.ts'
import { type Clock, realClock } from '../clock.ts'
import type { Directory } from '../directory.ts'
import { createOutgoing } from '../http/outgoing.ts'
import { createReadCaller, keysAt } from '../http/token-caller.ts'
import type { Traffic } from '../http/traffic.ts'
import type { Authority } from '../pki/authority.ts'
import { createSettableClock } from './clock.ts'
import type { Institution, Site } from './context.ts'
import { createKar, exampleKar, type KarContent } from './kar.ts'
import { createMoods } from './moods.ts'
import type { Parts } from './parts.ts'
import { createPeople } from './people.ts'
import type { KfrSettings } from './settings.ts'
import { tellIngested } from './sightings.ts'
import { createIngestion } from './store/ingestion.ts'
import { openStore } from './store/store.ts'

/** What lies behind the register's door: its clock, its store, what batches are stored from, and what is erased daily. */
export interface House {
  readonly site: Site
  /** As `advance` of the register. */
  setTime(to: string | null): string
  /** Takes up what was waiting in the folder, and erases what is too old, at once and every day. */
  begin(): void
  close(): Promise<void>
}

export interface HouseOptions {
  readonly authority: Authority
  readonly traffic: Traffic
  /** Whose tokens are believed, and by which clock; milliseconds since 1970. */
  readonly maskinporten: { readonly issuer: string; readonly keysUrl: string; readonly now?: () => number }
  readonly institutions: readonly Institution[]
  /** Who the fixtures are. Default: nobody knows. */
  readonly customers?: Directory | (() => Directory)
  readonly kar?: KarContent
  /** Where everything outlives the process; 0700. Default: a temporary folder, gone when the register closes. */
  readonly folder?: string
  /** At least 32 bytes; what stands in the folder is unreadable without them. Default: new ones. */
  readonly secret?: Uint8Array
  readonly clock?: Clock
}

/** Throws an Error that names the folder that cannot be used. */
export function openHouse(options: HouseOptions, settings: KfrSettings, parts: Parts): House {
  const clock = createSettableClock(options.clock ?? realClock)
  const secret = parts.protect(options.secret ?? randomBytes(32))
  const store = openStore(options.folder ?? null, secret)
  const outgoing = createOutgoing({ trust: [options.authority.rootPem] })
  const moods = createMoods()
  const dayNow = () => today(new Date(clock.now()))
  const { issuer, keysUrl, now: tokenTime = Date.now } = options.maskinporten
  const trusted = { issuer, keys: keysAt(keysUrl, outgoing) }
  const ingestion = createIngestion({
    ...{ database: store.database, spool: store.spool, clock },
    perSecond: () => {
      const ordered = moods.perSecond()
      return ordered === undefined ? settings.ingestPerSecond : ordered
    },
    store: ({ institution, day }, { customer, since }) =>
      parts.ingest(store, { institution, customer, since: since ?? day }, day),
    discard: (id) => parts.discard(store.spool, id),
    onIngested: (batch) => tellIngested(site, options.traffic, batch),
  })
  const site: Site = {
    ...{ settings, clock, store, ingestion, moods, tokenTime, today: dayNow },
    kar: createKar(options.kar ?? exampleKar),
    people: createPeople(options.customers ?? {}, secret),
    institutions: new Map(options.institutions.map((one) => [one.organisationNumber, one])),
    hanging: new Set(),
    readCaller: createReadCaller({ issuers: () => [trusted], audience: settings.audience, now: tokenTime }),
  }
  const erase = () => void store.register.erase(parts.horizon(dayNow(), settings.years))
  let cancelErasing = () => {}
  const eraseDaily = () => {
    erase()
    cancelErasing = clock.at(Date.parse(`${addDays(dayNow(), 1)}T00:00:00Z`), eraseDaily)
  }
  return {
    site,
    setTime(to) {
      clock.set(to)
      erase()
      ingestion.go()
      return new Date(clock.now()).toISOString()
    },
    begin() {
      store.spool.sweep(ingestion.isKnown)
      eraseDaily()
      ingestion.go()
    },
    async close() {
      cancelErasing()
      ingestion.close()
      await outgoing.close()
      store.close()
    },
  }
}
