import type { RequestHandler } from 'express'
import { refusals } from '../refusal.ts'

/** Cards and roles are no part of konkurs, whatever the reference is (catalogue 6.2, KI-KON-003). */
export const refuseEndpoint =
  (name: string): RequestHandler =>
  () => {
    throw refusals.badRequest(`The endpoint ${name} is not part of the service for konkurs`)
  }

/** Anything below the base URL that is no operation (KI-URL-011). */
export const refusePath = (): RequestHandler => () => {
  throw refusals.unknown('There is nothing at this path')
}
