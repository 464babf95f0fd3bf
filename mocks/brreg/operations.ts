import { type Request, type RequestHandler, Router } from 'express'
import { contextOf } from './context.ts'
import type { Parts } from './parts.ts'
import { type Operation, read } from './paths.ts'
import { decodedOnce } from './since.ts'

/** Which parts answer which operation, in the order in which a request meets them. */
const entry = ['wait', 'failOnOutage', 'requireCertificate', 'requireAdmission', 'onlyGet', 'negotiate'] as const

const composition = {
  root: [...entry, 'showRoot', 'send'],
  'full-list': [...entry, 'listEverything', 'failOnList', 'send'],
  'updated-list': [...entry, 'readSince', 'listUpdated', 'failOnList', 'send'],
  detail: [...entry, 'readUuid', 'showDetail', 'failOnDetail', 'send'],
  other: [...entry, 'refusePath'],
} as const satisfies Record<Operation, readonly (keyof Parts)[]>

export function createRouter(parts: Parts): Router {
  const router = Router()
  const routers = Object.fromEntries(
    Object.entries(composition).map(([asked, names]) => [asked, Router().use(...names.map((name) => parts[name]))]),
  ) as Record<Operation, Router>
  router.use(note)
  router.use((request, response, next) => routers[contextOf(response).asked as Operation](request, response, next))
  return router
}

const note: RequestHandler = (request: Request, response, next) => {
  const context = contextOf(response)
  const { asked, last, way } = read(request.originalUrl)
  context.asked = asked
  if (asked === 'updated-list') context.since = decodedOnce(last ?? '') ?? last ?? ''
  if (asked === 'detail') context.notice = decodedOnce(last ?? '') ?? ''
  // Where links are as usual, the documented path and the link are the same, and nothing shows which was used.
  const telling = way === 'href' || context.services.moods.links() !== null
  if (way !== undefined && context.way === undefined && telling) context.way = way
  next()
}
