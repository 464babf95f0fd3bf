import type { RequestListener } from 'node:http'
import type { SeenRequest, TokenRecipe } from '../../contracts/control/protocol.ts'
import { type Address, listen } from '../http/listen.ts'
import { createTraffic, type Traffic } from '../http/traffic.ts'
import type { TokenStyle } from './grant/access-token.ts'
import { createUsedGrants } from './grant/used-grants.ts'
import { createKeyStore, type KeyOptions } from './keys.ts'
import { metadata } from './metadata.ts'
import { type MintContext, mintToken } from './mint.ts'
import type { Failure, MaskinportenBehaviour, Site } from './model.ts'
import { createRegistry, type Registration } from './registry.ts'
import { createSite } from './site.ts'

interface MaskinportenOptions extends Address, Registration {
  /** What stands in `iss`, letter for letter. Default: the listener's own URL with a final slash. */
  readonly issuer?: string
  /** Below which URL the metadata says that keys and tokens are. Default: the issuer. */
  readonly endpoints?: string
  readonly keys?: KeyOptions
  readonly style?: TokenStyle
  readonly behaviour?: MaskinportenBehaviour
  /** A log to share with other parties. Default: one of its own. */
  readonly traffic?: Traffic
  /** The party's clock, milliseconds since 1970. Default: the real one. */
  readonly now?: () => number
}

type MintFor = Pick<MintContext, 'audience' | 'trusted'>

export interface Maskinporten {
  /** Where it listens, without a final slash. */
  readonly url: string
  readonly issuer: string
  readonly metadataUrl: string
  /** An access token by recipe, with no grant behind it. `trusted`: whom the participant trusts, when that is not this one. */
  mint(recipe: TokenRecipe, context: MintFor): Promise<string>
  /** Signs with a new key, published at once; gives its kid. */
  rotate(): Promise<string>
  /** Publishes the key that the next `rotate` takes; gives its kid. */
  publishNext(): Promise<string>
  withdraw(kid: string): void
  /** The kid of the key that signs now. */
  signingKid(): string
  /** Every address fails until `outage(false)`. Default 503. */
  outage(on: boolean, how?: Failure): void
  /** No token lives longer than so many seconds; null is as the client and the scopes have it. */
  limitLife(seconds: number | null): void
  /** `Cache-Control: max-age` in seconds on metadata and keys; null, the default, sends none. */
  cacheControl(seconds: number | null): void
  /** How many times metadata and keys were given out. */
  fetches(): { readonly metadata: number; readonly keys: number }
  seen(after: number): { readonly cursor: number; readonly seen: readonly SeenRequest[] }
  close(): Promise<void>
}

/** Starts Maskinporten on its own HTTPS socket. Throws `PortTaken`, or an error that names the wrong setting. */
export async function startMaskinporten(options: MaskinportenOptions): Promise<Maskinporten> {
  const registry = createRegistry(options)
  const keys = await createKeyStore(options.keys)
  let answer: RequestListener = () => {}
  const listener = await listen((request, response) => answer(request, response), { ...options, name: 'Maskinporten' })
  const issuer = options.issuer ?? `${listener.url}/`
  const site: Site = {
    issuer,
    endpoints: options.endpoints ?? issuer,
    keys,
    registry,
    used: createUsedGrants(),
    style: options.style ?? { audienceWithoutResource: 'absent' },
    behaviour: options.behaviour ?? {},
    state: { failure: null, maxAge: null, longestLife: null, fetches: { metadata: 0, keys: 0 } },
    traffic: options.traffic ?? createTraffic(),
    now: options.now ?? Date.now,
  }
  answer = createSite(site)
  return {
    url: listener.url,
    issuer,
    metadataUrl: `${listener.url}/.well-known/oauth-authorization-server`,
    ...controls(site),
    close: () => listener.close(),
  }
}

const controls = ({ issuer, endpoints, keys, behaviour, state, traffic, now }: Site) => ({
  mint: async (recipe: TokenRecipe, minted: MintFor) => {
    if (behaviour.rotatesAlways === true) await keys.rotate()
    const keysUrl = metadata({ issuer, endpoints }).jwks_uri
    return mintToken(recipe, { ...minted, issuer, keysUrl, key: keys.current(), now: now() })
  },
  rotate: () => keys.rotate(),
  publishNext: () => keys.publishNext(),
  withdraw: (kid: string) => keys.withdraw(kid),
  signingKid: () => keys.current().kid,
  outage: (on: boolean, how: Failure = 503) => {
    state.failure = on ? how : null
  },
  limitLife: (seconds: number | null) => {
    state.longestLife = seconds
  },
  cacheControl: (seconds: number | null) => {
    state.maxAge = seconds
  },
  fetches: () => ({ ...state.fetches }),
  seen: (after: number) => traffic.seen(after),
})
