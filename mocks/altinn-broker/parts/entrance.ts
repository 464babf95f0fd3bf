import type { RequestHandler } from 'express'
import { type ScopeName, scopes } from '../../../contracts/altinn-broker/statuses.ts'
import { organisationNumberOf, type PartyId } from '../../../contracts/altinn-broker/wire.ts'
import type { Caller } from '../../http/token-caller.ts'
import { say } from '../../http/traffic.ts'
import { contextOf, need, type Site } from '../context.ts'
import { refusePlainly } from '../refuse.ts'

/** Who may come in: tokens, scopes and the number of calls (dsve.md 1.8, 1.9). */

/** The first part of every operation: nothing, unless somebody puts something there. */
export const pass = (): RequestHandler => (_request, _response, next) => next()

export const requireToken =
  ({ readCaller }: Site): RequestHandler =>
  async (request, response, next) => {
    const caller = await readCaller(request.headers.authorization)
    if (typeof caller !== 'string') {
      contextOf(response).found.caller = caller
      next()
      return
    }
    say(response, caller)
    // No problem body: the token is refused before the broker itself is asked.
    response.setHeader('WWW-Authenticate', 'Bearer').status(401).end()
  }

const requireScope = (...names: readonly ScopeName[]) => {
  const wanted = names.map((name) => scopes[name])
  return (): RequestHandler => (_request, response, next) => {
    const caller = need(response, 'caller')
    if (wanted.some((scope) => caller.scopes.has(scope))) next()
    else {
      say(response, `the token of ${nameOf(caller)} lacks the scope ${wanted.join(' or ')}`)
      response.status(403).end()
    }
  }
}
export const requireReadScope = requireScope('read')
export const requireWriteScope = requireScope('write')
export const requireEitherScope = requireScope('read', 'write')
export const requireSubscribeScope = requireScope('subscribe')

const countCall =
  (kind: 'search' | 'details' | 'other') =>
  ({ limits, settings }: Site): RequestHandler =>
  (_request, response, next) => {
    const most = settings.limits[kind]
    const { client } = need(response, 'caller')
    const wait = settings.uncounted.includes(client) ? 0 : limits.wait(client, kind, most)
    if (wait === 0) {
      next()
      return
    }
    const seconds = Math.ceil(wait / 1000)
    say(response, `over the limit of ${most} calls of kind ${kind}`)
    response.setHeader('Retry-After', seconds).status(429)
    response.json({ statusCode: 429, message: `Rate limit is exceeded. Try again in ${seconds} seconds.` })
  }
export const countSearch = countCall('search')
export const countDetails = countCall('details')
export const countOther = countCall('other')

/** What the caller can read of an answer; 406 when that is not what there is. */
const requireAccept = (type: string) => (): RequestHandler => (request, response, next) => {
  if (request.accepts(type)) next()
  else refusePlainly(response, 406, `the answer is ${type}, which the Accept header leaves out`)
}
export const acceptJson = requireAccept('application/json')
export const acceptFile = requireAccept('application/octet-stream')

export const may = ({ settings }: Site, { party }: Caller, right: 'read' | 'write'): boolean =>
  !settings.denied.some((one) => one.right === right && one.organisation === organisationNumberOf(party))

/** Nine digits; with the data centre that acts for it, where there is one. */
export const nameOf = ({ party, vendor }: Caller): string =>
  party === vendor ? number(party) : `${number(party)} (through ${number(vendor)})`

const number = (party: PartyId) => organisationNumberOf(party)
