import type { RequestHandler } from 'express'
import { refusals } from '../refusal.ts'

const name = 'OnlyPrimaryOwner'

/** Konkurs allows TRUE only (catalogue 6.2); callers write it as `true` and as `TRUE` (F8). */
export const requirePrimaryOwner =
  (): RequestHandler =>
  ({ query }, _response, next) => {
    const value = query[name]
    if (value === undefined) throw refusals.badRequest(`The query parameter ${name} is missing`)
    if (value !== 'true' && value !== 'TRUE')
      throw refusals.badRequest(`The query parameter ${name} must be true: this service delivers no other accounts`)
    next()
  }
