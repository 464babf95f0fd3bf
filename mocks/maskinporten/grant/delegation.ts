import { consumerOf, isDelegated, type Rule, scopeNames } from './grant.ts'
import { refuse } from './refusals.ts'

/** Row 19: a client that asks for somebody else holds that one's delegation of every scope. */
export const delegationExists: Rule = (grant, { registry }) => {
  if (!isDelegated(grant)) return undefined
  const consumer = consumerOf(grant)
  const supplier = grant.client.organisationNumber
  const missing = scopeNames(grant).find((scope) => !registry.delegated({ consumer, supplier, scope }))
  return missing === undefined ? undefined : refuse('not-delegated', { consumer, scope: missing, supplier })
}
