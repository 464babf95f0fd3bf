import { detailTypes } from './grant/authorization-details.ts'
import { grantType } from './grant/read.ts'

/** RFC 8414, with exactly the members that the real one has (catalogue 1.1). */
export function metadata({ issuer, endpoints }: { readonly issuer: string; readonly endpoints: string }) {
  // One environment has an issuer without a final slash; its endpoints still lie below it.
  const base = endpoints.endsWith('/') ? endpoints : `${endpoints}/`
  return {
    issuer,
    token_endpoint: `${base}token`,
    jwks_uri: `${base}jwk`,
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    grant_types_supported: [grantType],
    token_endpoint_auth_signing_alg_values_supported: ['RS256', 'RS384', 'RS512'],
    authorization_details_types_supported: Object.keys(detailTypes),
  }
}
