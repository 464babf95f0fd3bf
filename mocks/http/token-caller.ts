import { createLocalJWKSet, decodeJwt, errors, type JSONWebKeySet, jwtVerify } from 'jose'
import type { PartyId } from '../../contracts/altinn-broker/wire.ts'
import type { Outgoing } from './outgoing.ts'

/** Who calls, as the token says (dsve.md 1.9). */
export interface Caller {
  /** For whom: the customer of a system user, the organisation of an exchanged token, or the consumer. */
  readonly party: PartyId
  /** Whose Maskinporten client it is: a data centre's, for example. */
  readonly vendor: PartyId
  /** The Maskinporten integration, by which calls are counted. */
  readonly client: string
  readonly scopes: ReadonlySet<string>
  readonly claims: Claims
}

type Claims = Readonly<Record<string, unknown>>

/** Somebody whose tokens are believed. */
export interface TokenIssuer {
  readonly issuer: string
  /** Fetched anew when a key is not among them. */
  keys(fresh: boolean): Promise<JSONWebKeySet>
}

interface CallerOptions {
  readonly issuers: () => readonly TokenIssuer[]
  readonly audience: string | null
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** The caller, or in a few words why the token is not believed. */
export type ReadCaller = (authorization: string | undefined) => Promise<Caller | string>

export function createReadCaller({ issuers, audience, now }: CallerOptions): ReadCaller {
  return async (authorization) => {
    const token = /^bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
    if (token === undefined) return 'no bearer token'
    try {
      const issuer = issuers().find((one) => one.issuer === decodeJwt(token).iss)
      if (issuer === undefined) return 'a token of an issuer that is not trusted here'
      return callerOf(await verified(token, issuer, { audience, now }))
    } catch (error) {
      return error instanceof errors.JOSEError ? `a token that is not believed: ${error.code}` : 'no keys of the issuer'
    }
  }
}

async function verified(
  token: string,
  issuer: TokenIssuer,
  { audience, now }: Pick<CallerOptions, 'audience' | 'now'>,
): Promise<Claims> {
  const verify = async (fresh: boolean) =>
    jwtVerify(token, createLocalJWKSet(await issuer.keys(fresh)), {
      issuer: issuer.issuer,
      currentDate: new Date(now()),
      requiredClaims: ['exp'],
      ...(audience === null ? {} : { audience }),
    })
  try {
    return (await verify(false)).payload
  } catch (error) {
    if (!(error instanceof errors.JWKSNoMatchingKey)) throw error
    return (await verify(true)).payload
  }
}

function callerOf(claims: Claims): Caller | string {
  const vendor = partyIn(claims.consumer)
  const party = systemUserOrganisation(claims) ?? exchangedOrganisation(claims) ?? vendor
  if (party === null || vendor === null) return 'a token that names no organisation'
  return {
    party,
    vendor,
    client: String(claims.client_id ?? vendor),
    scopes: new Set(String(claims.scope ?? '').split(' ')),
    claims,
  }
}

const isObject = (value: unknown): value is Claims => typeof value === 'object' && value !== null

function partyIn(value: unknown): PartyId | null {
  const { ID } = isObject(value) ? value : {}
  return typeof ID === 'string' && /^0192:\d{9}$/.test(ID) ? ID : null
}

function systemUserOrganisation({ authorization_details: details }: Claims): PartyId | null {
  const user = Array.isArray(details)
    ? details.find((one) => isObject(one) && one.type === 'urn:altinn:systemuser')
    : {}
  return partyIn(user?.systemuser_org)
}

const exchangedOrganisation = (claims: Claims): PartyId | null => {
  const number = claims['urn:altinn:orgNumber']
  return typeof number === 'string' && /^\d{9}$/.test(number) ? `0192:${number}` : null
}

/** Keys of an issuer at an address, fetched once and again when one is missing. */
export function keysAt(url: string, outgoing: Pick<Outgoing, 'send'>): TokenIssuer['keys'] {
  let known: Promise<JSONWebKeySet> | undefined
  const fetchKeys = async () => {
    const { status, body } = await outgoing.send(url)
    if (status !== 200) throw new Error(`the keys at ${url} were answered with ${status}`)
    return JSON.parse(body.toString()) as JSONWebKeySet
  }
  return (fresh) => {
    if (fresh || known === undefined) {
      known = fetchKeys()
      known.catch(() => {
        known = undefined
      })
    }
    return known
  }
}
