import type { ErrorRequestHandler, Request } from 'express'
import { type Context, contextOf } from '../context.ts'
import { Refusal, refusals } from '../refusal.ts'
import { write } from '../write.ts'

/** The body of a refusal: an object goes out as JSON, a text as an HTML page. */
type ErrorBodyOf = (refusal: Refusal, context: Context, request: Request) => object | string

export const codeAndMessage: ErrorBodyOf = ({ code, message }) => ({ code, message })

/** The media type of a refusal; null leaves it out. */
export type ErrorTypeOf = (refusal: Refusal, context: Context, request: Request) => string | null

const typeOfBody = (body: object | string) =>
  typeof body === 'string' ? 'text/html; charset=utf-8' : 'application/json'

/** Every refusal and every mishap, plain and never encrypted (catalogue 4.2). Of a mishap the caller learns nothing. */
export const answerErrors =
  (bodyOf: ErrorBodyOf = codeAndMessage, typeOf?: ErrorTypeOf): ErrorRequestHandler =>
  (error, request, response, _next) => {
    const refusal = refusalFrom(error)
    if (response.headersSent) {
      response.destroy()
      return
    }
    const { status, headers } = refusal
    const context = contextOf(response)
    const body = bodyOf(refusal, context, request)
    const type = typeOf === undefined ? typeOfBody(body) : typeOf(refusal, context, request)
    write(response, status, type, typeof body === 'string' ? body : JSON.stringify(body), headers)
  }

/** The framework throws errors with a status of 400 for paths that it cannot decode. */
function refusalFrom(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const status = typeof error === 'object' && error !== null ? (error as { status?: unknown }).status : undefined
  return status === 400 ? refusals.badRequest('The request line is not well-formed') : refusals.technical()
}
