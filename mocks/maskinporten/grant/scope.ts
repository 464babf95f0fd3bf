import { consumerOf, isDelegated, knownScopes, type Rule, scopeNames } from './grant.ts'
import { refuse } from './refusals.ts'

/** Rows 15 to 18: which scopes the client may ask for, and whether the API's owner lets the consumer in. */

/** Open scopes and delegated ones need not be registered on the client; one that does not exist cannot be. */
export const scopesRegistered: Rule = (grant, { registry }) => {
  const scope = scopeNames(grant).find((name) => {
    const known = registry.scope(name)
    if (known === undefined) return true
    const exempt = known.open === true || (isDelegated(grant) && known.delegationSource !== undefined)
    return !exempt && !grant.client.scopes.includes(name)
  })
  return scope === undefined ? undefined : refuse('scope-not-registered', { scope })
}

export const scopesForMaskinporten: Rule = (grant, office) => {
  const other = knownScopes(grant, office).find(({ integration = 'maskinporten' }) => integration !== 'maskinporten')
  return other === undefined ? undefined : refuse('scope-of-another-integration', { scope: other.name })
}

export const consumerIsAnother: Rule = ({ claims, client }) =>
  claims.consumer_org === client.organisationNumber ? refuse('consumer-is-owner') : undefined

export const scopesGranted: Rule = (grant, office) => {
  const consumer = consumerOf(grant)
  const closed = knownScopes(grant, office).find(
    ({ open, owner, granted }) => open !== true && owner !== consumer && !granted.includes(consumer),
  )
  return closed === undefined ? undefined : refuse('scope-not-granted', { scope: closed.name })
}
