import { validationType } from '../../../contracts/altinn-broker/statuses.ts'
import type { NamedFault } from '../fault.ts'

const minute = 60_000

/** What goes wrong between the broker and a webhook. */
export const eventFaults: Readonly<Record<string, NamedFault>> = {
  'events-twice': {
    story: 'Every event is sent twice, with the same id (DSVE-022).',
    replaces: { announce: () => () => [0, 0] },
  },
  'events-late': {
    story: 'Every event is sent a minute late: whoever waits for it alone is slow (DSVE-011).',
    replaces: { announce: () => () => [minute] },
  },
  'events-lost': {
    story: 'No event is ever sent, but for the validation call: only a search finds anything (DSVE-011).',
    replaces: { announce: () => (type) => (type === validationType ? [0] : []) },
  },
}
