import { consumerOf, type Grant, scopeNames } from './grant/grant.ts'
import { type Refusal, refusals } from './grant/refusals.ts'

/** What Maskinporten thinks of a request, in a few words for whoever watches. Never a token, never a claim's value. */

/** Words between the figures: side by side they would be masked as somebody's number. */
export const grantedVerdict = (grant: Grant, seconds: number): string =>
  `granted: ${scopeNames(grant).join(' ')} to ${consumerOf(grant)} for ${seconds} s`

/** Names the rule, so that it can be looked up in the table of refusals. */
export function refusedVerdict({ refused, values }: Refusal): string {
  const { code, description } = refusals[refused]
  const text = description.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
  return `refused, ${refused}${code === null ? '' : ` (${code})`}: ${text}`
}

const metadataPath = '/.well-known/oauth-authorization-server'

/** What clients ask for that were written for another provider. */
const elsewhere: Readonly<Record<string, string>> = {
  '/.well-known/openid-configuration': `not OpenID Connect; the metadata are at ${metadataPath}`,
  '/jwks': 'the keys are at /jwk',
  '/jwks-endpoint': 'the keys are at /jwk',
  '/.well-known/jwks.json': 'the keys are at /jwk',
}

export const nothingHere = (path: string): string =>
  (Object.hasOwn(elsewhere, path) ? elsewhere[path] : undefined) ??
  `there is nothing here; known are ${metadataPath}, /jwk and /token`
