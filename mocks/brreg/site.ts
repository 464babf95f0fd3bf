import type { TLSSocket } from 'node:tls'
import type { Express } from 'express'
import { newApp, unreadable } from '../http/site.ts'
import { recordTraffic, type Traffic } from '../http/traffic.ts'
import { callerOf } from '../tls/caller.ts'
import { beginContext, type Context, type Services, sightingOf } from './context.ts'
import { createRouter } from './operations.ts'
import type { Parts } from './parts.ts'
import type { Way } from './paths.ts'

interface Site {
  readonly services: Services
  readonly traffic: Traffic
  readonly parts: Parts
  /** How everybody who comes here has come, where it shows by the host. */
  readonly way?: Way
}

export function createSite({ services, traffic, parts, way }: Site): Express {
  const app = newApp()
  app.use((request, response, next) => {
    const tls = callerOf(request.socket as TLSSocket)
    const context: Context = { services, asked: 'other', tls, ...(way === undefined ? {} : { way }) }
    beginContext(response, context)
    next()
  })
  app.use(recordTraffic(traffic, 'brreg', Date.now, (response) => ({ brreg: sightingOf(response) })))
  app.use(createRouter(parts))
  app.use(unreadable((response, status) => services.refuse(response, status)))
  return app
}
