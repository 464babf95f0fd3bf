import type { Connection } from '../http.ts'

export interface Credentials {
  /** PEM of the bank's virksomhetssertifikat and its key. */
  readonly certificatePem: string
  readonly privateKeyPem: string
  /** PEM roots. */
  readonly trust: readonly string[]
}

/** With the virksomhetssertifikat, and only to whom the roots vouch for (KV-001, KV-004). */
export const connect = ({ certificatePem, privateKeyPem, trust }: Credentials): Connection => ({
  cert: certificatePem,
  key: privateKeyPem,
  ca: trust,
})
