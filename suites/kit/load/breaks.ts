import type { LoadError } from '../../../contracts/report/load.ts'
import { causeOf } from '../ask/network.ts'

/** What it means when a request under load breaks off. */

/** What a kept connection dies of when its server had closed it while the request was on its way. */
const crossing = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'])

/** No descriptor, port or memory left, no network or no resolver that answers: of this machine, and of nobody else. */
const ofThisMachine = new Set('EMFILE ENFILE ENOBUFS ENOMEM EADDRNOTAVAIL ENETDOWN ENETUNREACH EAI_AGAIN'.split(' '))

const codeOf = (error: unknown) => String((error as NodeJS.ErrnoException).code)

export const isCrossing = (error: unknown): boolean => crossing.has(codeOf(error))

/** A server with several addresses is out of reach of this machine only when all of them are. */
export function errorOf(error: unknown): LoadError {
  const { errors = [] } = error as { readonly errors?: readonly unknown[] }
  const tried = errors.length === 0 ? [error] : errors
  return tried.every((one) => ofThisMachine.has(codeOf(one))) ? 'unsent' : causeOf(error).why
}
