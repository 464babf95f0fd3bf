import type { Request, RequestHandler } from 'express'
import { type Context, contextOf } from '../context.ts'
import type { Refusal } from '../refusal.ts'

/** A part that refuses some requests before it does what it usually does. */
export const refusing =
  (
    isRefused: (request: Request, context: Context) => boolean,
    refusal: () => Refusal,
    usual: RequestHandler,
  ): RequestHandler =>
  (request, response, next) => {
    if (isRefused(request, contextOf(response))) throw refusal()
    return usual(request, response, next)
  }
