import type { Unobservable } from '../../requirement.ts'

/** Rows that nobody can see by standing as Brreg, by asking the account interface or by the hooks of a test environment. */
export const unobservable: Readonly<Record<string, Unobservable>> = {
  'KV-007': {
    reason:
      'The harness stands in the place of the test host alone; what the bank’s production systems hold is nobody’s to see from there.',
    evidence:
      'The hosts that each environment of the bank is configured with, and how a notice of one is kept out of the other, shown by the accounts of one of Brreg’s fictitious debtors in both.',
  },
}
