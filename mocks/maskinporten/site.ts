import { randomBytes } from 'node:crypto'
import express, { type Express, type RequestHandler, type Response } from 'express'
import type { GrantSighting } from '../../contracts/maskinporten/grant-sighting.ts'
import { newExactApp, outOfService, unreadable } from '../http/site.ts'
import { slowly } from '../http/slowly.ts'
import { recordTraffic, say, type Traffic } from '../http/traffic.ts'
import { signCompact } from './compact.ts'
import { claimsOf, type TokenStyle } from './grant/access-token.ts'
import { decide } from './grant/decide.ts'
import { isRefusal, refusalBody, refusals, refuse } from './grant/refusals.ts'
import { seenIn } from './grant/seen.ts'
import type { UsedGrants } from './grant/used-grants.ts'
import type { KeyStore } from './keys.ts'
import { metadata } from './metadata.ts'
import { newTokenId } from './mint.ts'
import type { Registry } from './registry.ts'
import { schemes } from './signatures.ts'
import { strangeKeys } from './strange-keys.ts'
import { grantedVerdict, nothingHere, refusedVerdict } from './verdicts.ts'

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

/** The three public addresses of Maskinporten (catalogue 1). */
export function createSite(site: Site): Express {
  const app = newExactApp()
  const { slowMs = 0, strangeKeysFirst = false } = site.behaviour
  app.use(
    recordTraffic(site.traffic, 'maskinporten', site.now, grantSeen),
    keepTime(site),
    outOfService(() => failureOf(site) !== null, fail(site)),
    slowly(slowMs),
  )
  app.get('/.well-known/oauth-authorization-server', cached(site), (_request, response) => {
    site.state.fetches.metadata += 1
    say(response, 'metadata')
    response.json(metadata(site))
  })
  app.get('/jwk', cached(site), (_request, response) => {
    site.state.fetches.keys += 1
    const keys = [...(strangeKeysFirst ? strangeKeys : []), ...site.keys.published()]
    say(response, `key set of ${keys.length}`)
    response.json({ keys })
  })
  app.all('/token', onlyForms(site), express.text({ type: () => true, limit: '256kb' }), issueToken(site))
  app.use((request, response) => {
    say(response, nothingHere(request.path))
    response.status(404).json({ error: 'not_found', error_description: 'No such resource' })
  })
  app.use(unreadable(refuseUnread(site)))
  return app
}

/** The Date header follows the party's own clock, so that a caller can measure the difference. */
const keepTime =
  ({ now }: Site): RequestHandler =>
  (_request, response, next) => {
    response.setHeader('Date', new Date(now()).toUTCString())
    next()
  }

const failureOf = ({ state, behaviour }: Site) => state.failure ?? behaviour.failure ?? null

const fail = (site: Site) => (response: Response) => {
  const failure = failureOf(site)
  if (failure === null || failure === 'silence') return
  response.status(failure).json({ error: 'server_error', error_description: 'Temporarily out of service' })
}

const cached =
  ({ state, behaviour }: Site): RequestHandler =>
  (_request, response, next) => {
    const told = state.maxAge === null ? behaviour.cacheControl : `max-age=${state.maxAge}`
    if (told !== undefined) response.setHeader('Cache-Control', told)
    next()
  }

const onlyForms =
  ({ issuer }: Site): RequestHandler =>
  (request, response, next) => {
    if (request.method !== 'POST') send(response.setHeader('Allow', 'POST'), issuer, refuse('method'))
    else if (!request.is('application/x-www-form-urlencoded')) send(response, issuer, refuse('content-type'))
    else next()
  }

/** What there is to be noted of a grant, beside what every party notes. */
const grantSeen = ({ locals }: Response) =>
  locals.grant === undefined ? {} : { maskinporten: locals.grant as GrantSighting }

const issueToken =
  (site: Site): RequestHandler =>
  async (request, response) => {
    const office = { ...site, now: site.now(), longestLife: site.state.longestLife }
    const body = typeof request.body === 'string' ? request.body : ''
    const { trustedRoots } = site.registry
    response.locals.grant = seenIn(body, { issuer: site.issuer, trustedRoots, now: office.now }) ?? undefined
    const outcome = decide(body, office)
    if (isRefusal(outcome)) {
      send(response, site.issuer, outcome)
      return
    }
    if (site.behaviour.rotatesAlways === true) await site.keys.rotate()
    const key = site.keys.current()
    const claims = claimsOf(outcome, office, newTokenId(), site.style)
    const access_token = await signCompact({ kid: key.kid, alg: 'RS256' }, claims, schemes.issuer.signer(key))
    const expires_in = Number(claims.exp) - Math.floor(office.now / 1000)
    say(response, grantedVerdict(outcome, expires_in))
    response.setHeader('Cache-Control', 'no-store')
    response.json({ access_token, token_type: 'Bearer', expires_in, scope: claims.scope })
  }

function send(response: Response, issuer: string, refusal: ReturnType<typeof refuse>): void {
  const trace = randomBytes(16).toString('hex')
  say(response, refusedVerdict(refusal))
  response.setHeader('Cache-Control', 'no-store')
  response.status(refusals[refusal.refused].status).json(refusalBody(refusal, issuer, trace))
}

const refuseUnread =
  ({ issuer }: Site) =>
  (response: Response, status: number) =>
    send(response, issuer, refuse(status === 413 ? 'body-too-large' : 'body-unreadable'))
