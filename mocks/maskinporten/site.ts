import type { Express, RequestHandler, Response } from 'express'
import { newExactApp, outOfService, unreadable } from '../http/site.ts'
import { slowly } from '../http/slowly.ts'
import { recordTraffic, say } from '../http/traffic.ts'
import { grantSeen, refuseUnread, tokenEndpoint } from './grant/endpoint.ts'
import { metadata } from './metadata.ts'
import type { Site } from './model.ts'
import { strangeKeys } from './strange-keys.ts'
import { nothingHere } from './verdicts.ts'

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
  app.all('/token', ...tokenEndpoint(site))
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
