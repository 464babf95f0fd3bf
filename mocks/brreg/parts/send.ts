import type { RequestHandler } from 'express'
import { contextOf } from '../context.ts'

/** As in every published example (catalogue, section 1). */
export const contentType = 'application/json;charset=UTF-8'

/** Sends what an earlier part has made, and notes that it left whole. */
export const send =
  (): RequestHandler =>
  ({ method }, response) => {
    const context = contextOf(response)
    const { body } = context
    if (body === undefined) throw new Error('No part before this one made an answer')
    const { bytes } = body
    context.contentLength = bytes.length
    if (body.served !== undefined && method !== 'HEAD') context.served = body.served
    if (method !== 'HEAD') for (const notice of body.carried ?? []) context.services.register.again.delete(notice)
    response.status(200).set({ 'Content-Type': contentType, 'Content-Length': String(bytes.length) })
    response.end(method === 'HEAD' ? undefined : bytes)
  }
