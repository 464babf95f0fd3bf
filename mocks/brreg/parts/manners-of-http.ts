import type { RequestHandler } from 'express'
import { say } from '../../http/traffic.ts'
import { contextOf } from '../context.ts'

/** No other operation is listed (KV-006). HEAD is GET without a body. */
export const onlyGet =
  (): RequestHandler =>
  ({ method }, response, next) => {
    if (method === 'GET' || method === 'HEAD') next()
    else contextOf(response).services.refuse(response, 405, { Allow: 'GET, HEAD' })
  }

/** What the sister interfaces on the same platform answer to (catalogue, section 1). */
const accepted = ['application/json', 'application/hal+json']

export const negotiate = (): RequestHandler => (request, response, next) => {
  if (request.accepts(accepted) !== false) next()
  else contextOf(response).services.refuse(response, 406)
}

export const refusePath = (): RequestHandler => (_request, response) => {
  say(response, 'no operation lies there')
  contextOf(response).services.refuse(response, 404)
}
