import type { RequestListener } from 'node:http'
import type { SeenRequest } from '../../contracts/control/protocol.ts'
import { type Address, listen } from '../http/listen.ts'
import { createTraffic, type Traffic } from '../http/traffic.ts'
import { type CatalogueEntry, createEntries, type Entries } from './entries.ts'
import { type CatalogueBehaviour, createSite, type SiteState } from './site.ts'

export interface CatalogueOptions extends Address {
  readonly entries?: readonly CatalogueEntry[]
  readonly behaviour?: CatalogueBehaviour
  readonly traffic?: Traffic
  /** The party's clock, milliseconds since 1970. Default: the real one. */
  readonly now?: () => number
}

export interface Catalogue {
  /** Without a final slash. */
  readonly url: string
  /** `…/directharvest`; the name of a dataset comes after it and a slash. */
  readonly harvestUrl: string
  readonly register: Entries['register']
  /** Every address answers 503. */
  outage(on: boolean): void
  seen(after: number): { readonly cursor: number; readonly seen: readonly SeenRequest[] }
  close(): Promise<void>
}

/** Starts the endpoint catalogue on its own HTTPS socket. Throws `PortTaken`, or an Error that names the wrong entry. */
export async function startCatalogue(options: CatalogueOptions): Promise<Catalogue> {
  const { traffic = createTraffic(), behaviour = {}, now = Date.now } = options
  const entries = createEntries(options.entries)
  const state: SiteState = { outage: false }
  const answer: RequestListener = createSite({ entries, behaviour, state, traffic, now })
  const listener = await listen(answer, { ...options, name: 'The endpoint catalogue' })
  return {
    url: listener.url,
    harvestUrl: `${listener.url}/v1/directharvest`,
    register: entries.register,
    outage: (on) => {
      state.outage = on
    },
    seen: (after) => traffic.seen(after),
    close: () => listener.close(),
  }
}
