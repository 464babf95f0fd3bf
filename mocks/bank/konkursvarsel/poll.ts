import { openingsAfter, type Received } from '../world/received.ts'
import type { Client, Item } from './model.ts'
import type { Parts } from './parts.ts'

/** One poll, from the list of Brreg to the books of the bank. */
interface Poll {
  readonly client: Client
  readonly parts: Parts
  /** What was done is known after a restart. */
  readonly save: () => Promise<void>
  readonly signal: AbortSignal
}

/** How many notices are left for the next time. Rejects where the list cannot be had, and when the signal aborts. */
export async function readOn(poll: Poll): Promise<number> {
  const { client, parts, save, signal } = poll
  const since = parts.chooseWatermark(client, () => parts.startAt(client))
  const bytes = await parts.fetchList(client, client.settings.baseUrl + parts.listPath(since), signal)
  const { items, poison } = parts.decode(client, bytes)
  for (const what of poison) client.tell('set-aside', `${what} could not be read`)
  const unknown = parts.filterKnown(client, parts.inOrder(items))
  const failed: Item[] = []
  for (const item of unknown) {
    if (!parts.match(client, item)) continue
    try {
      await actOn(item, poll)
    } catch (error) {
      signal.throwIfAborted()
      client.tell('alarm', `the notice ${item.uuid} waits: ${(error as Error).message}`)
      failed.push(item)
    }
  }
  parts.moveWatermark(client, { done: items.filter((item) => !failed.includes(item)), failed })
  await save()
  return failed.length
}

async function actOn(item: Item, { client, parts, save, signal }: Poll): Promise<void> {
  const detail = await parts.fetchDetail(client, item, parts.detailUrl(client, item), signal)
  const notice = parts.decide(client, item, detail, parts.readUnits(client, item, detail))
  const known = client.world.books.received.get(notice.debtor) ?? []
  const { begun, ended } = changesBy(known, notice)
  for (const opening of begun) parts.reportToKfr(client, parts.lock(client, opening))
  for (const opening of ended) parts.reopen(client, opening)
  parts.record(client, notice)
  // Before anything else is waited for.
  await save()
}

/** Which openings lock that did not before, and the other way round: the order of registration decides, not that of arrival. */
function changesBy(known: readonly Received[], notice: Received) {
  const before = locking(known)
  const after = locking([...known, notice])
  return {
    begun: after.filter((opening) => !before.includes(opening)),
    ended: before.filter((opening) => !after.includes(opening)),
  }
}

const locking = (notices: readonly Received[]): readonly Received[] =>
  openingsAfter(notices)
    .filter(({ released }) => !released)
    .map(({ notice }) => notice)
