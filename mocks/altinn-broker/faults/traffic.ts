import type { RequestHandler, Response } from 'express'
import { say } from '../../http/traffic.ts'
import { contextOf } from '../context.ts'
import type { NamedFault } from '../fault.ts'
import type { Parts } from '../parts.ts'
import { plainProblem, problemBody } from '../problems.ts'

/** What goes wrong for everybody who calls, but for who plays a party here: what befalls that one says nothing of others. */

const times = 3

/** Counts by operation: true for the first calls of each, as many as that. */
function firstCalls(most: number): (operation: string) => boolean {
  const counts = new Map<string, number>()
  return (operation) => {
    const count = (counts.get(operation) ?? 0) + 1
    counts.set(operation, count)
    return count <= most
  }
}

const unavailable: RequestHandler = (_request, response) => {
  say(response, 'not available on purpose, for a second')
  response.setHeader('Retry-After', '1').status(503).type('application/problem+json')
  response.send(JSON.stringify(problemBody(21, contextOf(response).trace)))
}

const tooMany: RequestHandler = (_request, response) => {
  say(response, 'too many calls, on purpose')
  response.setHeader('Retry-After', '1').status(429)
  response.json({ statusCode: 429, message: 'Rate limit is exceeded. Try again in 1 seconds.' })
}

/** As long as it is told to wait. */
const limitedMs = 1000

const limited: Parts['pass'] = ({ clock }) => {
  let until: number | null = null
  return (request, response, next) => {
    if (contextOf(response).operation !== 'search') {
      next()
      return
    }
    until ??= clock.now() + limitedMs
    if (clock.now() < until) tooMany(request, response, next)
    else next()
  }
}

const failing: RequestHandler = (_request, response) => {
  say(response, 'fails on purpose')
  response.status(500).type('application/problem+json')
  response.send(JSON.stringify(plainProblem(500, contextOf(response).trace)))
}

const disbelieving: RequestHandler = (_request, response) => {
  say(response, 'believes no token on purpose, once')
  response.setHeader('WWW-Authenticate', 'Bearer').status(401).end()
}

/** Whoever waits is let go when he hangs up. */
const silent: RequestHandler = (_request, response) => say(response, 'says nothing on purpose, once')

/** Who it is that something befalls is on record, and is known before. */
const sparing =
  (befall: Parts['pass']): Parts['pass'] =>
  (site, inner) => {
    const befalls = befall(site, inner)
    return async (request, response, next) => {
      const caller = await site.readCaller(request.headers.authorization)
      const isKnown = typeof caller !== 'string'
      if (isKnown) contextOf(response).found.caller = caller
      if (isKnown && site.settings.uncounted.includes(caller.client)) next()
      else befalls(request, response, next)
    }
  }

/** In front of a search. */
const searchMeets =
  (handler: (response: Response) => void): Parts['pass'] =>
  () =>
  (_request, response, next) =>
    contextOf(response).operation === 'search' ? handler(response) : next()

const findsNothing = (response: Response) => {
  say(response, 'finds nothing, on purpose')
  response.json([])
}

/** In front of every operation, for its first calls. */
const firstMeet =
  (most: number, handler: RequestHandler): Parts['pass'] =>
  () => {
    const isEarly = firstCalls(most)
    return (request, response, next) =>
      isEarly(contextOf(response).operation) ? handler(request, response, next) : next()
  }

export const trafficFaults: Readonly<Record<string, NamedFault>> = {
  unavailable: {
    story: `The first ${times} calls of every operation are answered with 503 and Retry-After (DSVE-023).`,
    replaces: { pass: sparing(firstMeet(times, unavailable)) },
  },
  'server-error': {
    story: 'The first call of every operation is answered with 500 (DSVE-023).',
    replaces: { pass: sparing(firstMeet(1, failing)) },
  },
  'token-refused': {
    story: 'The first call of every operation is answered with 401, as if the token had run out on the way (DSVE-023).',
    replaces: { pass: sparing(firstMeet(1, disbelieving)) },
  },
  silent: {
    story: 'The first call of every operation is never answered (DSVE-023).',
    replaces: { pass: sparing(firstMeet(1, silent)) },
  },
  'send-fails': {
    story: 'Nobody can begin a transfer: each try is answered with 500 (DSVE-018).',
    replaces: {
      pass: sparing(
        () => (request, response, next) =>
          /^initialise/.test(contextOf(response).operation) ? failing(request, response, next) : next(),
      ),
    },
  },
  'search-limited': {
    story: 'A search is answered with 429, and so is every other until the second that it was told is over (DSVE-014).',
    replaces: { pass: sparing(limited) },
  },
  'search-empty': {
    story: 'No search finds anything: what was published waits until it is over (DSVE-013).',
    replaces: { pass: sparing(searchMeets(findsNothing)) },
  },
  'too-many-calls': {
    story: `The first ${times} searches, and the first call of every other operation, are answered with 429 (DSVE-014).`,
    replaces: {
      pass: sparing(() => {
        const [isEarlySearch, isEarly] = [firstCalls(times), firstCalls(1)]
        return (request, response, next) => {
          const { operation } = contextOf(response)
          const refused = operation === 'search' ? isEarlySearch(operation) : isEarly(operation)
          return refused ? tooMany(request, response, next) : next()
        }
      }),
    },
  },
}
