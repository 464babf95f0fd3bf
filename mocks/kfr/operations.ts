import { type ErrorRequestHandler, type Express, type RequestHandler, Router } from 'express'
import type { KfrOperation } from '../../contracts/kfr/operations.ts'
import { newApp } from '../http/site.ts'
import { recordTraffic, type Traffic } from '../http/traffic.ts'
import { beginContext, contextOf, type Site } from './context.ts'
import type { HandlerName, Parts } from './parts.ts'
import { read } from './paths.ts'
import { refuse } from './refuse.ts'
import { notesOf, trace } from './sightings.ts'

/** Which parts answer which operation, in the order in which a request meets them (catalogue, section 2). */

const entry = ['pass', 'wait', 'failOnOutage'] as const
const token = ['authenticate', 'identify', 'requireScope', 'requireCertificate'] as const
const reporter = [...token, 'requireOwnInstitution', 'requireAdmission'] as const
const report = ['correlate', ...entry, 'onlyItsMethod', ...reporter, 'requireCorrelationId'] as const
const single = [...report, 'requireType', 'requireCustomer', 'failOnPurpose'] as const
const agency = [...entry, 'onlyItsMethod', ...token, 'acceptJson', 'requireIds', 'requireMandate'] as const

const composition = {
  add: [...single, 'add'],
  end: [...single, 'end'],
  batch: [
    ...report,
    'readForm',
    'failOnPurpose',
    'requireBoundary',
    'requireParts',
    'requireFormType',
    'requireSize',
    'requireList',
    'acceptBatch',
  ],
  own: [
    ...entry,
    'onlyItsMethod',
    'requireSlash',
    ...reporter,
    'requireCustomer',
    'readPeriod',
    'failOnPurpose',
    'listOwn',
  ],
  relationships: [
    ...agency,
    'requireCustomer',
    'readPeriod',
    'readOwnership',
    'limitToOwners',
    'requireKar',
    'listRelations',
  ],
  provider: [...agency, 'requireAccount', 'requireKar', 'showProvider'],
} as const satisfies Record<KfrOperation, readonly HandlerName[]>

export function createSite(site: Site, parts: Parts, traffic: Traffic): Express {
  const app = newApp()
  const routers = Object.fromEntries(
    Object.entries(composition).map(([name, names]) => [
      name,
      Router().use(...names.map((part) => parts[part](site, parts))),
    ]),
  ) as Record<KfrOperation, Router>
  app.use(opened(site), recordTraffic(traffic, 'kfr', site.clock.now, notesOf(site)), trace(site, parts))
  app.use((request, response, next) => {
    const { operation } = contextOf(response).asked
    if (operation === null) refuse(site, response, 'no-operation', 'no operation lies there')
    else routers[operation](request, response, next)
  })
  app.use(unreadable(site))
  return app
}

const opened =
  (site: Site): RequestHandler =>
  ({ method, originalUrl }, response, next) => {
    const asked = read(method, originalUrl, site.settings.basePaths)
    beginContext(response, { asked, found: {}, problems: new Set(), token: null })
    next()
  }

const unreadable =
  (site: Site): ErrorRequestHandler =>
  (_error, _request, response, _next) => {
    if (response.headersSent) response.destroy()
    else refuse(site, response, 'internal', 'the register itself failed')
  }
