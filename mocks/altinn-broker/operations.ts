import { randomBytes } from 'node:crypto'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import { recordTraffic } from '../http/traffic.ts'
import { actOf } from './act-of.ts'
import { beginContext, contextOf, type Site } from './context.ts'
import type { InnerParts } from './parts/inner.ts'
import type { HandlerName, Parts } from './parts.ts'
import { refusePlainly } from './refuse.ts'

/** Which parts answer which operation, in the order in which a request meets them (dsve.md 1.6, 1.9, 1.10). */

const entry = ['pass', 'requireToken'] as const
const write = [...entry, 'countOther', 'requireWriteScope'] as const
const read = [...entry, 'countOther', 'requireReadScope'] as const
const either = ['requireEitherScope', 'acceptJson'] as const
const subscriber = [...entry, 'countOther', 'requireSubscribeScope', 'acceptJson'] as const
const sending = ['requireRights', 'initialiseTransfer'] as const

const transfers = '/broker/api/v1/filetransfer'
const subscriptions = '/events/api/v1/subscriptions'

export interface Operation {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly parts: readonly HandlerName[]
}

export const operations = {
  initialise: {
    method: 'POST',
    path: transfers,
    parts: [...write, 'acceptJson', 'takeJson', ...sending, 'giveId'],
  },
  // Before the paths with an id: `upload` is none.
  initialiseAndUpload: {
    method: 'POST',
    path: `${transfers}/upload`,
    parts: [...write, 'acceptJson', 'takeForm', ...sending, 'takeFormFile', 'giveId'],
  },
  upload: {
    method: 'POST',
    path: `${transfers}/:fileTransferId/upload`,
    parts: [...write, 'acceptJson', 'findTransfer', 'requireSender', 'takeBytes', 'giveId'],
  },
  search: { method: 'GET', path: transfers, parts: [...entry, 'countSearch', ...either, 'search'] },
  overview: {
    method: 'GET',
    path: `${transfers}/:fileTransferId`,
    parts: [...entry, 'countOther', ...either, 'findTransfer', 'requireEither', 'showOverview'],
  },
  details: {
    method: 'GET',
    path: `${transfers}/:fileTransferId/details`,
    parts: [...entry, 'countDetails', ...either, 'findTransfer', 'requireEither', 'showDetails'],
  },
  download: {
    method: 'GET',
    path: `${transfers}/:fileTransferId/download`,
    parts: [...read, 'acceptFile', 'findTransfer', 'requireRecipient', 'sendFile'],
  },
  confirm: {
    method: 'POST',
    path: `${transfers}/:fileTransferId/confirmdownload`,
    parts: [...read, 'findTransfer', 'requireRecipient', 'confirmDownload'],
  },
  exchange: {
    method: 'GET',
    path: '/authentication/api/v1/exchange/maskinporten',
    parts: [...entry, 'exchangeToken'],
  },
  subscribe: { method: 'POST', path: subscriptions, parts: [...subscriber, 'takeSubscription', 'subscribe'] },
  listSubscriptions: { method: 'GET', path: subscriptions, parts: [...subscriber, 'listSubscriptions'] },
  showSubscription: { method: 'GET', path: `${subscriptions}/:id`, parts: [...subscriber, 'showSubscription'] },
  unsubscribe: { method: 'DELETE', path: `${subscriptions}/:id`, parts: [...subscriber, 'unsubscribe'] },
} as const satisfies Record<string, Operation>
export type OperationName = keyof typeof operations

export function createSite(site: Site, parts: Parts, inner: InnerParts): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.set('case sensitive routing', false)
  app.use(recordTraffic(site.traffic, 'altinn-broker', site.clock.now), opened(site))
  for (const [name, { method, path, parts: names }] of Object.entries(operations) as [OperationName, Operation][]) {
    const handlers = names.map((part) => parts[part](site, inner))
    app[method.toLowerCase() as 'get' | 'post' | 'delete'](path, nowIs(site, name), ...handlers)
  }
  app.use(`${transfers}/upload/tus`, (_request, response) =>
    refusePlainly(response, 501, 'uploads by the tus protocol are not served by this mock'),
  )
  app.use((_request, response) => refusePlainly(response, 404, `there is nothing here; transfers are at ${transfers}`))
  app.use(unreadable)
  return app
}

/** What was due while nobody looked comes first. */
const opened =
  ({ office, state }: Site): RequestHandler =>
  (_request, response, next) => {
    beginContext(response, { operation: 'none', trace: trace(), found: {} })
    office.settle()
    if (state.outage) refusePlainly(response, 503, 'out of service on purpose')
    else next()
  }

/** As W3C Trace Context writes it. */
const trace = () => `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-00`

/** Names the operation, and writes down who did it before the first byte of the answer leaves. */
const nowIs =
  ({ acts, clock }: Site, operation: OperationName): RequestHandler =>
  ({ url }, response, next) => {
    const context = { ...contextOf(response), operation }
    beginContext(response, context)
    const query = operation === 'search' ? url.split('?')[1] : undefined
    const write = once((status: number) =>
      acts.add(actOf(context, { at: clock.now(), status, ...(query === undefined ? {} : { query }) })),
    )
    const writeHead = response.writeHead
    response.writeHead = function writeHeadAndRemember(this: typeof response, ...given: unknown[]) {
      write(Number(given[0]))
      return Reflect.apply(writeHead, this, given)
    } as typeof writeHead
    response.once('close', () => write(0))
    next()
  }

function once(run: (status: number) => void): (status: number) => void {
  let done = false
  return (status) => {
    if (!done) run(status)
    done = true
  }
}

/** A body that cannot be read ends here, and so does whatever else the framework refuses. */
const unreadable: ErrorRequestHandler = (error: { readonly status?: number }, _request, response, _next) => {
  if (response.headersSent) response.destroy()
  else
    refusePlainly(
      response,
      error.status ?? 500,
      error.status === 413 ? 'the body is too large' : 'the request could not be read',
    )
}
