import type { ErrorRequestHandler } from 'express'
import { type Context, contextOf } from '../context.ts'
import { Refusal, refusals } from '../refusal.ts'
import { write } from '../write.ts'

/** The body of a refusal. */
export type ErrorBodyOf = (refusal: Refusal, context: Context) => object

const codeAndMessage: ErrorBodyOf = ({ code, message }) => ({ code, message })

/** Every refusal and every mishap, plain and never encrypted (catalogue 4.2). Of a mishap the caller learns nothing. */
export const answerErrors =
  (bodyOf: ErrorBodyOf = codeAndMessage): ErrorRequestHandler =>
  (error, _request, response, _next) => {
    const refusal = refusalFrom(error)
    if (response.headersSent) {
      response.destroy()
      return
    }
    const body = bodyOf(refusal, contextOf(response))
    write(response, refusal.status, 'application/json', JSON.stringify(body), refusal.headers)
  }

/** The framework throws errors with a status of 400 for paths that it cannot decode. */
function refusalFrom(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const status = typeof error === 'object' && error !== null ? (error as { status?: unknown }).status : undefined
  return status === 400 ? refusals.badRequest('The request line is not well-formed') : refusals.technical()
}
