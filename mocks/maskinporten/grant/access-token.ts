import { participantIdentifier, participantScheme } from '../../../contracts/kontrollinformasjon/profile.ts'
import { consumerOf, type Grant, isDelegated, knownScopes, type Office, scopeNames } from './grant.ts'

/** What a granted request is worth: the claims of its access token and how long it lives (catalogue 1.5). */

const clientDefault = 120

/** Seconds: the lower of the client's own setting and the strictest scope. */
function lifetimeOf(grant: Grant, office: Office): number {
  const ages = knownScopes(grant, office).flatMap(({ maxAge }) => maxAge ?? [])
  const ordered = office.longestLife == null ? [] : [office.longestLife]
  return Math.min(grant.client.accessTokenLifetime ?? clientDefault, ...ages, ...ordered)
}

export interface TokenStyle {
  /** What `aud` says when the grant names no resource: nothing, as tokens do since 2022, or the older literal. */
  readonly audienceWithoutResource: 'absent' | 'unspecified'
}

export function claimsOf(grant: Grant, office: Office, id: string, style: TokenStyle): Record<string, unknown> {
  const { client, claims } = grant
  const iat = Math.floor(office.now / 1000)
  return {
    iss: office.issuer,
    client_amr: client.signs === 'with-certificate' ? 'virksomhetssertifikat' : 'private_key_jwt',
    token_type: 'Bearer',
    client_id: client.clientId,
    ...audience(claims.resource, style),
    scope: scopeNames(grant).join(' '),
    consumer: organisation(consumerOf(grant)),
    ...supplier(grant, office),
    ...(claims.pid === undefined ? {} : { pid: claims.pid }),
    ...(claims.authorization_details === undefined ? {} : { authorization_details: claims.authorization_details }),
    iat,
    exp: iat + lifetimeOf(grant, office),
    jti: id,
  }
}

const organisation = (number: string) => ({ authority: participantScheme, ID: participantIdentifier(number) })

/** A list of one becomes a text: that is how real tokens look (open point 3 of the catalogue). */
function audience(resource: Grant['claims']['resource'], { audienceWithoutResource }: TokenStyle) {
  if (resource === undefined) return audienceWithoutResource === 'absent' ? {} : { aud: 'unspecified' }
  return { aud: Array.isArray(resource) && resource.length === 1 ? resource[0] : resource }
}

function supplier(grant: Grant, office: Office) {
  if (consumerOf(grant) === grant.client.organisationNumber) return {}
  const source = knownScopes(grant, office).find(({ delegationSource }) => delegationSource !== undefined)
  return {
    supplier: organisation(grant.client.organisationNumber),
    ...(isDelegated(grant) && source !== undefined ? { delegation_source: source.delegationSource } : {}),
  }
}
