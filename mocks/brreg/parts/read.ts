import type { RequestHandler } from 'express'
import { say } from '../../http/traffic.ts'
import { contextOf } from '../context.ts'
import { read } from '../paths.ts'
import { readSince as instantOf } from '../since.ts'

/** What stands after `oppdatert/`, as a time. */
export const readSince = (): RequestHandler => (request, response, next) => {
  const context = contextOf(response)
  const instant = instantOf(read(request.originalUrl).last ?? '', context.services.manners())
  if (instant === null) {
    say(response, 'no time after oppdatert/ (KV-013)')
    context.services.refuse(response, 400)
    return
  }
  context.from = instant
  next()
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export const readUuid = (): RequestHandler => (_request, response, next) => {
  const context = contextOf(response)
  if (uuid.test(context.notice ?? '')) next()
  else context.services.refuse(response, 400)
}
