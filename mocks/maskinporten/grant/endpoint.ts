import { randomBytes } from 'node:crypto'
import express, { type RequestHandler, type Response } from 'express'
import type { GrantSighting } from '../../../contracts/maskinporten/grant-sighting.ts'
import { say } from '../../http/traffic.ts'
import { signCompact } from '../compact.ts'
import { newTokenId } from '../mint.ts'
import type { Site } from '../model.ts'
import { schemes } from '../signatures.ts'
import { grantedVerdict, refusedVerdict } from '../verdicts.ts'
import { claimsOf } from './access-token.ts'
import { decide } from './decide.ts'
import { isRefusal, refusalBody, refusals, refuse } from './refusals.ts'
import { seenIn } from './seen.ts'

/** `/token`: a grant for an access token. */
export const tokenEndpoint = (site: Site): readonly RequestHandler[] => [
  onlyForms(site),
  express.text({ type: () => true, limit: '256kb' }),
  issueToken(site),
]

const onlyForms =
  ({ issuer }: Site): RequestHandler =>
  (request, response, next) => {
    if (request.method !== 'POST') send(response.setHeader('Allow', 'POST'), issuer, refuse('method'))
    else if (!request.is('application/x-www-form-urlencoded')) send(response, issuer, refuse('content-type'))
    else next()
  }

/** What there is to be noted of a grant, beside what every party notes. */
export const grantSeen = ({ locals }: Response) =>
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

/** What Express itself refuses, in the issuer’s own form. */
export const refuseUnread =
  ({ issuer }: Site) =>
  (response: Response, status: number) =>
    send(response, issuer, refuse(status === 413 ? 'body-too-large' : 'body-unreadable'))
