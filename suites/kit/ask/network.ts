import { createSecureContext, getCACertificates, rootCertificates } from 'node:tls'
import type { Silent } from '../../../contracts/report/evidence.ts'
import type { Target } from '../target.ts'

/** What connecting needs to know, for questions and for preflight alike. */

/** Public roots, those that the user adds with NODE_EXTRA_CA_CERTS, and those of the configuration. */
export const trusting = (own: readonly string[]): string[] => [
  ...rootCertificates,
  ...getCACertificates('extra'),
  ...own,
]

/**
 * How to meet a server: whom to trust, and as whom. Read once, since reading the public roots anew for every connection
 * takes longer than the connection.
 */
export function connecting({ trust, clientCertificate }: Pick<Target, 'trust' | 'clientCertificate'>) {
  const { certificate: cert, key } = clientCertificate ?? {}
  const own = cert === undefined || key === undefined ? {} : { cert, key }
  return { secureContext: createSecureContext({ ca: trusting(trust), ...own }) }
}

const causes: readonly (readonly [RegExp, Silent['why']])[] = [
  [/^(ENOTFOUND|EAI_AGAIN)$/, 'dns'],
  [/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH)$/, 'refused'],
  [/^(ECONNRESET|EPIPE|UND_ERR_SOCKET)$/, 'reset'],
  [/^(ETIMEDOUT|UND_ERR_.*_TIMEOUT|TimeoutError)$/, 'timeout'],
  [/CERT|TLS|SSL|ALTNAME|UNABLE_TO_|CRL/, 'tls'],
]

/** Why nothing came, from the error of a socket or of the client. */
export function causeOf(error: unknown): { readonly why: Silent['why']; readonly detail: string } {
  const { name = '', code, message = '' } = error as { name?: string; code?: unknown; message?: string }
  const label = typeof code === 'string' ? code : name
  return { why: causes.find(([pattern]) => pattern.test(label))?.[1] ?? 'protocol', detail: `${label}: ${message}` }
}
