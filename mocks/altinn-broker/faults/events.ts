import { validationType } from '../../../contracts/altinn-broker/statuses.ts'
import { contextOf } from '../context.ts'
import type { NamedFault } from '../fault.ts'
import { searchAs } from '../parts/search.ts'
import type { Handler } from '../parts.ts'
import type { Transfer } from '../transfer.ts'

const minute = 60_000
/** By then a quick bank has answered, and may have put out of its mind what it has done. */
const laterMs = 5000

/** As it was when it was published: nobody had fetched it, and nobody confirmed. */
function whenPublished(transfer: Transfer): Transfer {
  const { history, recipients } = transfer
  const published = history.findIndex(({ status }) => status === 'Published')
  if (published < 0) return transfer
  return {
    ...transfer,
    history: history.slice(0, published + 1),
    recipients: recipients.map((one) => ({ ...one, history: one.history.slice(0, 1) })),
  }
}

/** A search whose list is old, of what came since: whoever looks a second time sees it a second time. */
const searchOfBefore: Handler = (site) => {
  const since = site.clock.now()
  const isNew = ({ created }: Transfer) => created >= since
  const search = searchAs(site, (transfer) => (isNew(transfer) ? whenPublished(transfer) : transfer))
  return (request, response, next) => {
    const json = response.json.bind(response)
    response.json = (found: unknown) => {
      const ids = Array.isArray(found) ? (found as readonly string[]) : []
      contextOf(response).shown = ids.filter((id) => {
        const transfer = site.ledger.transfers.get(id)
        return transfer !== undefined && isNew(transfer)
      })
      return json(found)
    }
    return search(request, response, next)
  }
}

/** What goes wrong between the broker and a webhook. */
export const eventFaults: Readonly<Record<string, NamedFault>> = {
  'events-twice': {
    story: 'Every event is sent twice, with the same id (DSVE-022).',
    replaces: { announce: () => () => [0, 0] },
  },
  'heard-twice': {
    story: 'Every event is sent twice, and a search shows what came since although it was fetched (DSVE-022).',
    replaces: { announce: () => () => [0, 0], search: searchOfBefore },
  },
  'heard-late': {
    story: 'The same, and every event comes a third time five seconds later (DSVE-022).',
    replaces: { announce: () => () => [0, 0, laterMs], search: searchOfBefore },
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
