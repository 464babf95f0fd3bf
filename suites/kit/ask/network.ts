import { createSecureContext, getCACertificates, rootCertificates, type SecureContext } from 'node:tls'
import type { Silent } from '../../../contracts/report/evidence.ts'
import type { Target } from '../target.ts'

/** What connecting needs to know, for questions and for preflight alike. */

/** Public roots, those that the user adds with NODE_EXTRA_CA_CERTS, and those of the configuration. */
const trusting = (own: readonly string[]): string[] => [...rootCertificates, ...getCACertificates('extra'), ...own]

/**
 * How to meet a server: whom to trust, and as whom. Read once for a target, since reading the public roots anew takes
 * longer than a connection.
 */
export function connecting(target: Pick<Target, 'trust' | 'clientCertificate'>): { secureContext: SecureContext } {
  const { certificate: cert = null, key = null } = target.clientCertificate ?? {}
  const told = JSON.stringify([target.trust, cert, key])
  if (last?.told === told) return last
  const own = cert === null || key === null ? {} : { cert, key }
  last = { told, secureContext: createSecureContext({ ca: trusting(target.trust), ...own }) }
  return last
}

/** As a client of many years ago: TLS 1.0 and 1.1 and nothing newer, with what was good enough then. */
export function connectingAsBefore(target: Pick<Target, 'trust' | 'clientCertificate'>): {
  readonly secureContext: SecureContext
} {
  const { certificate: cert, key } = target.clientCertificate ?? {}
  const own = cert === undefined || key === undefined ? {} : { cert, key }
  const versions = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' } as const
  return { secureContext: createSecureContext({ ca: trusting(target.trust), ...own, ...versions }) }
}

/** A run opens several transports, all to the same target. */
let last: { readonly told: string; readonly secureContext: SecureContext } | undefined

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
