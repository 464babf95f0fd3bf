import type { RequestHandler } from 'express'
import { contextOf } from '../context.ts'
import { list } from '../paths.ts'

/** Links to the other services; its form is not documented (catalogue, section 0). */
export const showRoot = (): RequestHandler => (_request, response, next) => {
  const context = contextOf(response)
  const { url } = context.services
  const links = { self: { href: `${url}/` }, konkursvarsler: { href: `${url}${list}` } }
  context.body = { bytes: Buffer.from(JSON.stringify({ _links: links })) }
  next()
}

export const showDetail = (): RequestHandler => (_request, response, next) => {
  const context = contextOf(response)
  const { register, renderer, refuse, isShown, addressOfDetails } = context.services
  const found = register.find((context.notice ?? '').toLowerCase())
  if (found === undefined || !isShown(found)) {
    refuse(response, 404)
    return
  }
  context.body = { bytes: renderer.detail(found, addressOfDetails()) }
  next()
}
