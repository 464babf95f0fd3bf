import type { Request, RequestHandler } from 'express'
import { type Context, contextOf } from '../context.ts'
import { type Refusal, refusals } from '../refusal.ts'

interface MethodPolicy {
  /** What to answer to another method than GET; null goes on as if it were one. */
  readonly refusal: (method: string, context: Context, request: Request) => Refusal | null
}

/** Only GET, on every path (catalogue 1.4). HEAD too is refused: the interface knows no other method (Q50). */
export const onlyGet =
  ({ refusal }: MethodPolicy = { refusal: refusals.wrongMethod }): RequestHandler =>
  (request, response, next) => {
    const { method } = request
    const refused = method === 'GET' ? null : refusal(method, contextOf(response), request)
    if (refused !== null) throw refused
    next()
  }
