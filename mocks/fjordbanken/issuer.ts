import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from 'jose'
import type { Outgoing } from './outgoing.ts'
import { refuse } from './refusal.ts'

/** Maskinporten as Fjordbanken knows it: by address alone, and asked only when the first token comes. */
export interface Issuer {
  /** What must stand in `iss`, and the keys. Throws the refusal of a mishap while nothing is known. */
  known(): Promise<{ readonly name: string; readonly keys: JWTVerifyGetKey }>
  forget(): void
}

export interface IssuerAddress {
  readonly issuer?: string
  readonly metadataUrl?: string
}

const day = 86_400_000

export function createIssuer(address: IssuerAddress, outgoing: Outgoing): Issuer {
  const metadataUrl = metadataUrlOf(address)
  let found: Promise<Awaited<ReturnType<Issuer['known']>>> | undefined
  const fetchMetadata = async () => {
    const { issuer: name, jwks_uri: keys } = await json(outgoing, metadataUrl)
    if (typeof name !== 'string' || typeof keys !== 'string') throw new Error('the metadata lack issuer or jwks_uri')
    if (address.issuer !== undefined && name !== address.issuer)
      throw new Error(`the metadata are of ${name}, and not of ${address.issuer}; give the issuer as they spell it`)
    return { name, keys: keySet(new URL(keys), outgoing) }
  }
  return {
    known() {
      found ??= fetchMetadata().catch((cause) => {
        found = undefined
        throw keysAway(metadataUrl, cause)
      })
      return found
    },
    forget() {
      found = undefined
    },
  }
}

const keysAway = (url: string, cause: unknown) =>
  refuse('mishap', 'Nøklene som tokenet skal kontrolleres med, er ikke tilgjengelige nå', {
    why: `Maskinporten at ${url}: ${(cause as Error).message}`,
  })

/** RFC 8414 below the issuer (maskinporten.md section 1). */
function metadataUrlOf({ issuer, metadataUrl }: IssuerAddress): string {
  if (metadataUrl !== undefined) return metadataUrl
  if (issuer === undefined)
    throw new Error('Fjordbanken knows no Maskinporten: give maskinporten.issuer or maskinporten.metadataUrl')
  return `${issuer}${issuer.endsWith('/') ? '' : '/'}.well-known/oauth-authorization-server`
}

/** An unknown kid leads to one fetch in half a minute at the most (TD-050, TD-056). */
function keySet(url: URL, outgoing: Outgoing): JWTVerifyGetKey {
  const remote = createRemoteJWKSet(url, {
    cacheMaxAge: day,
    cooldownDuration: 30_000,
    [customFetch]: async (asked: string) => {
      const { status, text } = await outgoing.get(asked)
      return new Response(text, { status })
    },
  })
  return async (header, token) => {
    try {
      return await remote(header, token)
    } catch (cause) {
      // While the issuer is away the keys that are held stay good, and a kid beside them is unknown (TD-053, TD-054).
      if (cause instanceof errors.JWKSNoMatchingKey || remote.jwks() !== undefined) throw new errors.JWKSNoMatchingKey()
      throw keysAway(url.href, cause)
    }
  }
}

async function json(outgoing: Outgoing, url: string): Promise<Readonly<Record<string, unknown>>> {
  const { status, text } = await outgoing.get(url)
  if (status !== 200) throw new Error(`the metadata answer ${status}`)
  return JSON.parse(text) as Record<string, unknown>
}
