import type { Requirement, RequirementState } from '../contracts/requirement.ts'
import type { Check } from '../suites/kit/run/check.ts'

/** The check that decides a requirement: its own, or its twin's. */
export const checkOf = ({ id, sameAs }: Requirement, checks: readonly Check[]): Check | undefined =>
  checks.find(({ verifies }) => verifies === id || sameAs.includes(verifies))

export function stateOf(requirement: Requirement, checks: readonly Check[]): RequirementState {
  if (requirement.unobservable !== null) return 'unobservable'
  return checkOf(requirement, checks) === undefined ? 'not-built-yet' : 'checked'
}
