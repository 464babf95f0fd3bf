import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto'
import type { Outgoing } from '../outgoing.ts'

/** Maskinporten's metadata and keys, as the bank holds them (catalogue 5.1, maskinporten.md 1.1 and 1.2). */
export interface IssuerKeys {
  /** Null when the issuer has no such key. Throws `KeysUnavailable` when nothing is held and nothing can be had. */
  find(kid: string): Promise<IssuerKey | null>
  /** The issuer as its metadata spell it. Throws `KeysUnavailable`. */
  issuer(): Promise<string>
  forget(): void
}

export interface IssuerKey {
  readonly key: KeyObject
  /** The member of the key set, as it was published. */
  readonly published: Readonly<Record<string, unknown>>
}

export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable'
}

interface IssuerOptions {
  readonly outgoing: Pick<Outgoing, 'get'>
  readonly metadataUrl: string
  /** What the metadata must call themselves; null takes their word. */
  readonly issuer: string | null
  readonly now: () => number
}

interface Held {
  readonly issuer: string
  readonly keys: ReadonlyMap<string, IssuerKey>
  readonly since: number
}

/** A flood of unknown kids must not become a flood at the issuer (TD-056). */
const leastInterval = 30_000
/** The issuer advises about 24 hours (maskinporten.md 1.2). */
const lifetime = 24 * 3_600_000

export function createIssuerKeys({ outgoing, metadataUrl, issuer, now }: IssuerOptions): IssuerKeys {
  let held: Held | undefined
  let attempted = Number.NEGATIVE_INFINITY
  let running: Promise<Held> | undefined

  const fetchOnce = () => {
    attempted = now()
    running ??= fetchKeys(outgoing, metadataUrl, issuer)
      .then(({ issuer, keys }) => {
        held = { issuer, keys, since: now() }
        return held
      })
      .finally(() => {
        running = undefined
      })
    return running
  }
  const first = () =>
    fetchOnce().catch((cause) => {
      throw new KeysUnavailable('The keys of Maskinporten cannot be had', { cause })
    })

  return {
    async find(kid) {
      const known = held ?? (await first())
      const stale = now() - known.since > lifetime
      if (known.keys.has(kid) && !stale) return known.keys.get(kid) ?? null
      // While the issuer is away the keys that are held stay good (TD-053, TD-055).
      const newest = now() - attempted >= leastInterval ? await fetchOnce().catch(() => known) : known
      return newest.keys.get(kid) ?? null
    },
    issuer: async () => (held ?? (await first())).issuer,
    forget() {
      held = undefined
      attempted = Number.NEGATIVE_INFINITY
    },
  }
}

async function fetchKeys(outgoing: Pick<Outgoing, 'get'>, metadataUrl: string, expected: string | null) {
  const metadata = await fetchJson(outgoing, metadataUrl)
  const { issuer, jwks_uri: keysUrl } = metadata
  if (typeof issuer !== 'string' || typeof keysUrl !== 'string') throw new Error('The metadata lack issuer or jwks_uri')
  if (expected !== null && issuer !== expected) throw new Error(`The metadata are of ${issuer}, not of ${expected}`)
  const { keys: members } = await fetchJson(outgoing, keysUrl)
  const keys = new Map((Array.isArray(members) ? members : []).flatMap(signingKey))
  if (keys.size === 0) throw new Error('The key set holds no RSA key for signatures')
  return { issuer, keys }
}

async function fetchJson(outgoing: Pick<Outgoing, 'get'>, url: string): Promise<Record<string, unknown>> {
  const { status, text } = await outgoing.get(url)
  if (status !== 200) throw new Error(`${url} answers ${status}`)
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null) throw new Error(`${url} answers no JSON object`)
  return value as Record<string, unknown>
}

/** RFC 7518 §3.3: shorter RSA keys must not be used. */
const leastBits = 2048

/** Keys of other kinds may stand in the set (TD-058); they are nothing to us. */
function signingKey(member: unknown): [string, IssuerKey][] {
  if (typeof member !== 'object' || member === null) return []
  const published = member as Record<string, unknown>
  const { kid, kty, use, n, e } = published
  if (typeof kid !== 'string' || kty !== 'RSA' || (use !== undefined && use !== 'sig')) return []
  try {
    const key = createPublicKey({ key: { kty, n, e } as JsonWebKey, format: 'jwk' })
    return (key.asymmetricKeyDetails?.modulusLength ?? 0) < leastBits ? [] : [[kid, { key, published }]]
  } catch {
    return []
  }
}
