import { defineFault } from '../fault.ts'
import { type Client, Failure } from '../model.ts'
import { afterFailure } from '../parts/after-failure.ts'
import { decode, membersOf, objectIn } from '../parts/decode.ts'
import { fetchList } from '../parts/fetch-list.ts'
import { filterKnown } from '../parts/filter-known.ts'
import { moveWatermark } from '../parts/move-watermark.ts'
import { exactly, jumpToNow } from './exactly.ts'

/** KV-008, KV-015 to KV-022 and KV-024 to KV-027: how often the bank asks, and what it makes of answers. */

const nothing = new TextEncoder().encode('{}')

/** An answer that was not got is taken for one without news, and the clock for the time until when it was read. */
const forgiving =
  (isForgiven: (message: string) => boolean) =>
  async (client: Client, url: string, signal: AbortSignal): Promise<Uint8Array> => {
    try {
      const bytes = await fetchList(client, url, signal)
      objectIn(bytes)
      return bytes
    } catch (error) {
      signal.throwIfAborted()
      if (!isForgiven((error as Error).message)) throw error
      jumpToNow(client)
      return nothing
    }
  }

const isRefused = (message: string) => /answered 40[13]$/.test(message)
/** Whoever is not who it should be is another matter. */
const isBroken = (message: string) => /answered \d|no JSON|no object|terminated|closed|RESET|hang up/.test(message)

const usualMembers = new Set(['uuid', 'type', 'registreringstidspunkt', 'kjennelsesdato', 'debitor', '_links'])
const hasMore = (element: unknown) => Object.keys(membersOf(element)).some((member) => !usualMembers.has(member))

/** The bytes of the same list without some of its items. */
function without(bytes: Uint8Array, isLeftOut: (element: unknown) => boolean): Uint8Array {
  const { _embedded } = objectIn(bytes)
  const { konkursvarsler = [] } = membersOf(_embedded)
  const kept = (konkursvarsler as readonly unknown[]).filter((element) => !isLeftOut(element))
  return new TextEncoder().encode(JSON.stringify({ _embedded: { konkursvarsler: kept } }))
}

export const pollingFaults = [
  defineFault({
    id: 'polls-by-hand-only',
    story: 'A job was built that somebody starts, and nobody put it into the schedule.',
    violates: ['KV-008'],
    replaces: { pollEvery: () => null },
  }),
  defineFault({
    id: 'polls-nightly',
    story: 'Notices are read with the other files of the night.',
    violates: ['KV-008'],
    replaces: { pollEvery: () => 86_400_000 },
  }),
  defineFault({
    id: 'polls-every-hour',
    story: 'Once an hour seemed to be often, as it was when notices were bought.',
    violates: [],
    tolerates: ['KV-016'],
    replaces: { pollEvery: () => 3_600_000 },
    declares: { pollSeconds: 3600 },
  }),
  defineFault({
    id: 'polls-all-the-time',
    story: 'Somebody thought that immediately means now.',
    violates: [],
    tolerates: ['KV-017'],
    replaces: { pollEvery: () => 20 },
  }),
  defineFault({
    id: 'downloads-everything',
    story: 'The full list is easier to read than one from a time on.',
    violates: ['KV-015'],
    replaces: { listPath: () => '/konkursvarsler' },
  }),
  defineFault({
    id: 'takes-silence-for-the-latest-news',
    story: 'After an answer without news the clock says until when everything was read.',
    violates: ['KV-018', 'KV-010'],
    replaces: {
      moveWatermark(client, moved) {
        if (moved.done.length + moved.failed.length === 0) jumpToNow(client)
        else moveWatermark(client, moved)
      },
    },
  }),
  defineFault({
    id: 'stops-at-an-empty-list',
    story: 'Nobody thought of a list that is not there, and what polls ends.',
    violates: ['KV-018'],
    replaces: {
      decode(client, bytes) {
        if (objectIn(bytes)._embedded === undefined) throw new Failure('there is no _embedded')
        return decode(client, bytes)
      },
      afterFailure: (settings, error, inARow) =>
        (error as Error).message === 'there is no _embedded' ? 86_400_000 : afterFailure(settings, error, inARow),
    },
  }),
  defineFault({
    id: 'reads-the-first-hundred',
    story: 'A page of a hundred seemed to be more than Brreg would ever publish.',
    violates: [],
    tolerates: ['KV-019'],
    replaces: { filterKnown: (client, items) => filterKnown(client, items.slice(0, 100)) },
  }),
  defineFault({
    id: 'takes-an-error-for-no-news',
    story: 'What is no list is no news, and the time goes on.',
    violates: ['KV-020', 'KV-010', 'KV-022', 'KV-023'],
    tolerates: ['KV-021'],
    replaces: { fetchList: forgiving((message) => isBroken(message) && !isRefused(message)) },
  }),
  defineFault({
    id: 'takes-a-refusal-for-no-news',
    story: 'Whoever is not let in believes that there is nothing to see.',
    violates: ['KV-022', 'KV-010'],
    replaces: { fetchList: forgiving(isRefused) },
  }),
  defineFault({
    id: 'hammers-after-a-failure',
    story: 'What failed is tried again at once, twenty times.',
    violates: [],
    tolerates: ['KV-021'],
    replaces: {
      async fetchList(client, url, signal) {
        for (let attempt = 1; ; attempt++) {
          try {
            return await fetchList(client, url, signal)
          } catch (error) {
            signal.throwIfAborted()
            if (attempt === 20) throw error
          }
        }
      },
    },
  }),
  defineFault({
    id: 'does-not-read-retry-after',
    story: 'The pause is always the same, whatever Brreg asks for.',
    violates: [],
    tolerates: ['KV-021'],
    replaces: { afterFailure: ({ pauseMs }) => pauseMs },
  }),
  defineFault({
    id: 'knows-the-members-of-an-item',
    story: 'The schema of the list is closed, and an item with more than it names is passed over.',
    violates: ['KV-024'],
    replaces: { decode: (client, bytes) => decode(client, without(bytes, hasMore)) },
  }),
  defineFault({
    id: 'drops-a-list-with-a-bad-item',
    story: 'A list that cannot be read whole is put aside whole, and the next one is asked for.',
    violates: [],
    tolerates: ['KV-025'],
    replaces: {
      decode(client, bytes) {
        const { items, poison } = decode(client, bytes)
        if (poison.length === 0) return { items, poison }
        moveWatermark(client, { done: items, failed: [] })
        return { items: [], poison }
      },
    },
  }),
  defineFault({
    id: 'acts-on-a-notice-again',
    story: 'What comes again is news again: the last notice is decided a second time when it is listed twice.',
    violates: ['KV-026'],
    replaces: {
      chooseWatermark: exactly,
      filterKnown: (client, items) => {
        const unknown = filterKnown(client, items)
        const { last } = client.memory
        const isLast = (instant: number) => last !== null && instant === Date.parse(last)
        return items.filter((item) => unknown.includes(item) || isLast(item.instant))
      },
    },
  }),
  defineFault({
    id: 'loses-a-twin',
    story: 'Notices are known by the time of their registration.',
    violates: ['KV-027'],
    replaces: {
      filterKnown(client, items) {
        const times = new Set<number>()
        return filterKnown(client, items).filter(({ instant }) => {
          const isFirst = !times.has(instant)
          times.add(instant)
          return isFirst
        })
      },
    },
  }),
]
