import { type Client, type Detail, Failure, type Item } from '../model.ts'
import { objectIn } from './decode.ts'
import { failureOf } from './fetch-list.ts'

/** Asked for again after a pause, some times; whoever is not reached stays unread, and comes again (KV-035). */
export async function fetchDetail(client: Client, _item: Item, url: string, signal: AbortSignal): Promise<Detail> {
  const { http, settings, sleep } = client
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await http.get(url, signal)
      if (answer.status !== 200) throw failureOf(answer)
      return objectIn(answer.bytes)
    } catch (error) {
      signal.throwIfAborted()
      if (attempt >= settings.attempts) throw error
      const wanted = error instanceof Failure ? error.retryAfterMs : null
      await sleep(Math.max(wanted ?? 0, settings.pauseMs * 2 ** (attempt - 1)))
    }
  }
}
