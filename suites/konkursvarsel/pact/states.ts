/** The states in which Brreg has to be, named by what they hold. */
export const states = {
  withNotices: 'notices are published',
  withNothingNew: 'no notice was registered after a time',
  withOpening: 'an aapning is published',
  withClosing: 'an avslutning is published',
  without: 'there is no notice of a uuid',
} as const
export type State = (typeof states)[keyof typeof states]

/** What a provider returns for a state. */
export interface StateValues {
  /** A `registreringstidspunkt` to ask from. */
  readonly since: string
  /** Of the notice. */
  readonly uuid: string
}

/** What stands in the contract where a provider puts its own; the notice is that of the published example. */
export const examples = {
  since: '2018-06-08T11:32:40.200Z',
  uuid: '385fad87-b3e1-4542-a5ac-86c1b4e130af',
} as const satisfies StateValues
