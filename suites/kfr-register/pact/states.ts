/** The states in which the register has to be, named by what it holds. */
export const states = {
  unknown: 'the customer is unknown',
  active: 'the customer is active at the institution',
  activeThen: 'the customer was active somewhere in January 2026',
  karSilent: 'KAR does not answer',
} as const
export type State = (typeof states)[keyof typeof states]
