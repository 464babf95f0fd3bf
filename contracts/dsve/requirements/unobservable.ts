import type { Unobservable } from '../../requirement.ts'

/** Rows that nobody can see by standing as broker, megler and AKELDO, with what is known of the test data. */
export const unobservable: Readonly<Record<string, Unobservable>> = {
  'DSVE-001': {
    reason:
      'AKELDO is kept by Kartverket; the party in its place answers what the harness wrote into it, which says nothing of the real entry.',
    evidence:
      'What AKELDO answers for the bank’s organisation number in test and production: role Bank, the request types in mottaksliste, the matching svar types in sendeliste.',
  },
}
