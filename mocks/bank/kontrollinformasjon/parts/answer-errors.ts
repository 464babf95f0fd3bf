import type { ErrorRequestHandler, Request } from 'express'
import { type Context, contextOf } from '../context.ts'
import { Refusal, refusals } from '../refusal.ts'
import { write } from '../write.ts'

/** The body of a refusal: an object goes out as JSON, a text as an HTML page. */
export type ErrorBodyOf = (refusal: Refusal, context: Context, request: Request) => object | string

export const codeAndMessage: ErrorBodyOf = ({ code, message }) => ({ code, message })

/** Every refusal and every mishap, plain and never encrypted (catalogue 4.2). Of a mishap the caller learns nothing. */
export const answerErrors =
  (bodyOf: ErrorBodyOf = codeAndMessage): ErrorRequestHandler =>
  (error, request, response, _next) => {
    const refusal = refusalFrom(error)
    if (response.headersSent) {
      response.destroy()
      return
    }
    const { status, headers } = refusal
    const body = bodyOf(refusal, contextOf(response), request)
    if (typeof body === 'string') write(response, status, 'text/html; charset=utf-8', body, headers)
    else write(response, status, 'application/json', JSON.stringify(body), headers)
  }

/** The framework throws errors with a status of 400 for paths that it cannot decode. */
function refusalFrom(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const status = typeof error === 'object' && error !== null ? (error as { status?: unknown }).status : undefined
  return status === 400 ? refusals.badRequest('The request line is not well-formed') : refusals.technical()
}
