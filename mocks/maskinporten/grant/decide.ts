import type { Grant, Office } from './grant.ts'
import { readAssertion, readForm } from './read.ts'
import { isRefusal, type Refusal, refuse } from './refusals.ts'
import { rules } from './rules.ts'

/** From the body of a token request to a grant that keeps every rule, or the first reason to refuse it. */
export function decide(body: string, office: Office): Grant | Refusal {
  const form = readForm(body)
  if (isRefusal(form)) return form
  const assertion = readAssertion(form.assertion)
  if (isRefusal(assertion)) return assertion
  const client = office.registry.client(assertion.claims.iss)
  if (client === undefined) return refuse('client-unknown')
  const grant = { ...assertion, client }
  for (const rule of rules) {
    const refusal = rule(grant, office)
    if (refusal !== undefined) return refusal
  }
  return grant
}
