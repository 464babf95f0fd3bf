import type { RequestHandler } from 'express'
import type { OperationName } from '../../../../contracts/kontrollinformasjon/operations.ts'
import { type Context, contextOf } from '../context.ts'

/** A part that is wrong for some requests, and as usual for all others. */
export const where =
  (isMet: (context: Context) => boolean, faulty: RequestHandler, usual: RequestHandler): RequestHandler =>
  (request, response, next) =>
    (isMet(contextOf(response)) ? faulty : usual)(request, response, next)

export const on =
  (...operations: readonly OperationName[]) =>
  ({ operation }: Context): boolean =>
    operation !== null && operations.includes(operation)

/** Whether the debtor is a person. */
export const isPersonal = ({ services, found }: Context): boolean =>
  services.world.parties.some(({ id, kind }) => id === found.debtor && kind === 'person')
