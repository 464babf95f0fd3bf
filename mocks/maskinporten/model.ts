import type { Traffic } from '../http/traffic.ts'
import type { TokenStyle } from './grant/access-token.ts'
import type { UsedGrants } from './grant/used-grants.ts'
import type { KeyStore } from './keys.ts'
import type { Registry } from './registry.ts'

/** What Maskinporten is while it runs. */

/** How the party fails: an HTTP status, or no answer at all. */
export type Failure = 500 | 503 | 'silence'

/** What the controls change while the party runs. */
interface SiteState {
  failure: Failure | null
  maxAge: number | null
  longestLife: number | null
  fetches: { metadata: number; keys: number }
}

/** How the party is from its start, and stays; the controls do not change it. */
export interface MaskinportenBehaviour {
  readonly failure?: Failure
  /** Milliseconds before every answer. */
  readonly slowMs?: number
  /** Signs every token with a new key. */
  readonly rotatesAlways?: boolean
  /** Publishes keys that no client can use before those that it signs with. */
  readonly strangeKeysFirst?: boolean
  /** `Cache-Control` of metadata and keys, unless the controls say otherwise. */
  readonly cacheControl?: string
}

export interface Site {
  readonly issuer: string
  readonly endpoints: string
  readonly keys: KeyStore
  readonly registry: Registry
  readonly used: UsedGrants
  readonly style: TokenStyle
  readonly state: SiteState
  readonly behaviour: MaskinportenBehaviour
  readonly traffic: Traffic
  readonly now: () => number
}
