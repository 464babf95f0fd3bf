import type { Authority, OrganisationIdentity } from './pki/authority.ts'

/** Which certificates CertPub gives out for an agency. */
export type Published = 'lawful' | 'expired' | 'expired-and-valid' | 'two-valid'

const day = 24 * 3_600_000

/** In DER, in the order in which they are published. The lawful one is the agency's own; the others have keys of their own. */
export async function certificatesOf(
  agency: OrganisationIdentity,
  published: Published,
  authority: Authority,
): Promise<readonly Uint8Array[]> {
  if (published === 'lawful') return [agency.certificateDer]
  const { organisationNumber, name } = agency
  const now = Date.now()
  const past = { notBefore: new Date(now - 400 * day), notAfter: new Date(now - day) }
  const other = await authority.organisation({
    organisationNumber,
    name,
    ...(published === 'two-valid' ? {} : past),
  })
  return published === 'expired' ? [other.certificateDer] : [other.certificateDer, agency.certificateDer]
}
