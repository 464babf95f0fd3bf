import type { SeenRequest } from '../../contracts/control/protocol.ts'
import { type Address, listen } from '../http/listen.ts'
import { createTraffic, type Traffic } from '../http/traffic.ts'
import { type Actors, createActors, type Registered } from './actors.ts'
import { type AkeldoBehaviour, createSite } from './site.ts'

export interface AkeldoOptions extends Address {
  readonly actors?: readonly Registered[]
  readonly behaviour?: AkeldoBehaviour
  readonly traffic?: Traffic
  /** The party's clock, milliseconds since 1970. Default: the real one. */
  readonly now?: () => number
}

export interface Akeldo {
  /** Without a final slash. */
  readonly url: string
  /** `…/akeldo/aktoer`; an organisation number may come after it and a slash. */
  readonly actorsUrl: string
  readonly register: Actors['register']
  readonly remove: Actors['remove']
  /** Every address answers 503. */
  outage(on: boolean): void
  /** Entries as they are found in the wild: types that nobody knows, in other letter case and order (DSVE-006). */
  oddEntries(on: boolean): void
  seen(after: number): { readonly cursor: number; readonly seen: readonly SeenRequest[] }
  close(): Promise<void>
}

/** Starts AKELDO on its own HTTPS socket. Throws `PortTaken`, or an Error that names the wrong entry. */
export async function startAkeldo(options: AkeldoOptions): Promise<Akeldo> {
  const { traffic = createTraffic(), behaviour = {}, now = Date.now } = options
  const actors = createActors(options.actors ?? [], now)
  const state = { outage: false, odd: false }
  const site = createSite({ actors, behaviour, state, traffic, now })
  const listener = await listen(site, { ...options, name: 'AKELDO' })
  return {
    url: listener.url,
    actorsUrl: `${listener.url}/akeldo/aktoer`,
    register: actors.register,
    remove: actors.remove,
    outage: (on) => {
      state.outage = on
    },
    oddEntries: (on) => {
      state.odd = on
    },
    seen: (after) => traffic.seen(after),
    close: () => listener.close(),
  }
}
