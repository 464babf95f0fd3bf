import type { OrganisationIdentity, OrganisationRequest } from '../../../pki/authority.ts'
import type { Connection } from '../http.ts'

export interface Credentials {
  /** PEM of the bank's virksomhetssertifikat and its key. */
  readonly certificatePem: string
  readonly privateKeyPem: string
  /** PEM roots. */
  readonly trust: readonly string[]
  /** Another certificate of the same issuer, which only a fault asks for. */
  readonly issue?: (request: Partial<OrganisationRequest>) => Promise<OrganisationIdentity>
}

/** With the virksomhetssertifikat, and only to whom the roots vouch for (KV-001, KV-004). */
export const connect = async ({ certificatePem, privateKeyPem, trust }: Credentials): Promise<Connection> => ({
  cert: certificatePem,
  key: privateKeyPem,
  ca: trust,
})
