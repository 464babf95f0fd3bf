import type { Authority, OrganisationIdentity, OrganisationRequest } from './authority.ts'

/**
 * A certificate with which an enterprise presents itself: the profile of the published sample (catalogue konkursvarsel,
 * section 7), with the organisation number in both places, and without any extended key usage.
 */
export const clientCertificate = (
  authority: Authority,
  request: Omit<OrganisationRequest, 'keyUsage'>,
): Promise<OrganisationIdentity> =>
  authority.organisation({
    policies: [buypassEnterprisePolicy],
    ...request,
    keyUsage: ['digitalSignature', 'keyEncipherment', 'dataEncipherment'],
  })

const buypassEnterprisePolicy = '2.16.578.1.26.1.0.3.2'
