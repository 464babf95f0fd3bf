import type { Express } from 'express'
import type { Messages } from '../../http/messages.ts'
import { newApp } from '../../http/site.ts'
import { nextTurn } from '../../http/turn.ts'
import { beginContext, type Services } from './context.ts'
import { createRouter } from './operations.ts'
import type { Parts } from './parts.ts'
import { refusals } from './refusal.ts'

/** What the registered base URL ends with unless a public URL says otherwise (catalogue 1.2). */
export const basePath = '/v2'

/** The interface below each of these paths, and the table's 404 beside them. */
export function createApp(chosen: Parts, services: Services, paths: readonly string[], messages: Messages): Express {
  const app = newApp(messages)
  // First of all, because an error may come before any path is found.
  app.use(async (request, response, next) => {
    beginContext(request, response, services)
    await nextTurn()
    next()
  })
  const router = createRouter(chosen)
  for (const path of paths) app.use(beginningWith(path), router)
  app.use(() => {
    throw refusals.unknown('The interface lies at another path')
  })
  app.use(chosen.answerErrors)
  return app
}

/** `/v2`, and the path under which a gateway shows it. */
export function basePaths(publicUrl: string | undefined): readonly string[] {
  if (publicUrl === undefined) return [basePath]
  const url = URL.canParse(publicUrl) ? new URL(publicUrl) : null
  if (url === null || !['https:', 'http:'].includes(url.protocol) || url.search !== '' || url.hash !== '') {
    throw new Error(`The bank's public URL is "${publicUrl}"; give an http or https URL without query and fragment`)
  }
  return [...new Set([basePath, url.pathname.replace(/\/+$/, '')])]
}

/** A regular expression, because a text would have its colons and stars read as parameters. */
const beginningWith = (path: string) => new RegExp(`^${path.replace(/[^\w/-]/g, '\\$&')}(?=/|$)`)
