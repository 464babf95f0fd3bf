import type { Unobservable } from '../../requirement.ts'

/** What no run shows, however long it is. */
export const unobservable: Readonly<Record<string, Unobservable>> = {
  'YT-008': {
    reason:
      'A share of the time is a matter of months: a run of minutes can contradict 99.9 % (YT-003), and can never prove it.',
    evidence:
      'The figures of the participant’s own monitoring from outside, for each of the last twelve months, with how a minute counts as available and which maintenance was left out.',
  },
  'YT-009': {
    reason: 'Load is made on a test instance; what else runs beside production, and on what, is not seen there.',
    evidence:
      'Requests a second and the share above 500 ms in production, for the busiest hour of each of the last three months, and what differs between the two instances.',
  },
}
