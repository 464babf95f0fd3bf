import type { RequestHandler } from 'express'
import { say } from '../../http/traffic.ts'
import { contextOf } from '../context.ts'
import { read } from '../paths.ts'
import { readSince as instantOf, isUsualTime } from '../since.ts'
import { oddTime } from '../told.ts'

/** What stands after `oppdatert/`, as a time. */
export const readSince = (): RequestHandler => (request, response, next) => {
  const context = contextOf(response)
  const { services } = context
  const written = read(request.originalUrl).last ?? ''
  const instant = instantOf(written, services.manners())
  if (instant === null) {
    say(response, 'no time after oppdatert/ (KV-013)')
    services.refuse(response, 400)
    return
  }
  context.from = instant
  const latest = services.register.ascending().findLast(services.isShown)?.registered ?? null
  const odd = oddTime(isUsualTime(written), { asked: instant, latest })
  if (odd !== null) say(response, odd)
  next()
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export const readUuid = (): RequestHandler => (_request, response, next) => {
  const context = contextOf(response)
  if (uuid.test(context.notice ?? '')) next()
  else context.services.refuse(response, 400)
}
