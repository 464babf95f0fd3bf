import type { RequestHandler } from 'express'
import { type Refusal, refusals } from '../refusal.ts'

/** Cards and roles are no part of konkurs, whatever the reference is (catalogue 6.2, KI-KON-003). */
export const refuseEndpoint =
  (name: string, refusal: (message: string) => Refusal = refusals.badRequest): RequestHandler =>
  () => {
    throw refusal(`The endpoint ${name} is not part of the service for konkurs`)
  }

/** Anything below the base URL that is no operation (KI-URL-011). */
export const refusePath = (): RequestHandler => () => {
  throw refusals.unknown('There is nothing at this path')
}
