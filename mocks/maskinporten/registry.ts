import { type JsonWebKey, X509Certificate } from 'node:crypto'

/** Who may ask Maskinporten for what: clients, scopes and delegations (catalogue 1.6). */

export interface RegisteredKey {
  readonly kid: string
  /** RSA public key. */
  readonly jwk: JsonWebKey
  /** Milliseconds since 1970; a key is registered for one year at a time. Default: never. */
  readonly expires?: number
}

export interface Client {
  readonly clientId: string
  readonly organisationNumber: string
  /** How the client signs its grants: with an enterprise certificate in `x5c`, or with keys registered beforehand. */
  readonly signs: 'with-certificate' | { readonly withKeys: readonly RegisteredKey[] }
  readonly scopes: readonly string[]
  /** Seconds. Default 120. */
  readonly accessTokenLifetime?: number
  /** The older, internal delegation: identifier in `iss_onbehalfof` and the organisation behind it. */
  readonly onBehalfOf?: Readonly<Record<string, string>>
}

export interface ApiScope {
  readonly name: string
  /** Organisation number. */
  readonly owner: string
  /** Organisation numbers of the consumers that the owner has let in. */
  readonly granted: readonly string[]
  /** Whoever asks may have it. */
  readonly open?: boolean
  /** Seconds; the upper limit for tokens that carry the scope. */
  readonly maxAge?: number
  /** Issuer of delegations, for example `https://tt02.altinn.no/`; without it the scope cannot be delegated. */
  readonly delegationSource?: string
  /** Default maskinporten; a scope of another integration type is refused with MP-201. */
  readonly integration?: 'maskinporten' | 'idporten'
}

/** In Altinn, `consumer` has let `supplier` use `scope` on its behalf. */
interface Delegation {
  readonly consumer: string
  readonly supplier: string
  readonly scope: string
}

export interface Registration {
  readonly clients?: readonly Client[]
  readonly scopes?: readonly ApiScope[]
  readonly delegations?: readonly Delegation[]
  /** PEM. Roots of the enterprise certificates that are approved in this environment. */
  readonly trustedRoots?: readonly string[]
}

export interface Registry {
  client(id: string): Client | undefined
  scope(name: string): ApiScope | undefined
  delegated(delegation: Delegation): boolean
  readonly trustedRoots: readonly X509Certificate[]
}

/** Throws when two clients or two scopes have the same name: the later one would silently win. */
export function createRegistry({
  clients = [],
  scopes = [],
  delegations = [],
  trustedRoots = [],
}: Registration): Registry {
  const byId = unique(clients, ({ clientId }) => clientId, 'client')
  const byName = unique(scopes, ({ name }) => name, 'scope')
  const given = new Set(delegations.map(asText))
  return {
    client: (id) => byId.get(id),
    scope: (name) => byName.get(name),
    delegated: (delegation) => given.has(asText(delegation)),
    trustedRoots: trustedRoots.map(readRoot),
  }
}

function readRoot(pem: string): X509Certificate {
  try {
    return new X509Certificate(pem)
  } catch (cause) {
    throw new Error('A trusted root of Maskinporten is no certificate; give PEM text that begins with -----BEGIN', {
      cause,
    })
  }
}

const asText = ({ consumer, supplier, scope }: Delegation) => JSON.stringify([consumer, supplier, scope])

function unique<T>(items: readonly T[], nameOf: (item: T) => string, kind: string): ReadonlyMap<string, T> {
  const byName = new Map(items.map((item) => [nameOf(item), item]))
  if (byName.size === items.length) return byName
  const names = items.map(nameOf)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  throw new Error(`The ${kind} "${twice}" is registered twice at Maskinporten; register it once`)
}
