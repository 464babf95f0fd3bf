import { defineFault } from '../fault.ts'
import type { Client } from '../model.ts'
import { chooseWatermark } from '../parts/choose-watermark.ts'
import { filterKnown } from '../parts/filter-known.ts'

/** KV-009 to KV-014 and KV-023: from when on the bank asks. */

/** The time of the last notice read, told in another way; what was asked first is as usual. */
const told =
  (how: (instant: number) => string) =>
  (client: Client, start: () => string): string => {
    const { last } = client.memory
    const usual = chooseWatermark(client, start)
    return client.memory.last === null || last === null ? usual : how(Date.parse(last))
  }

const hour = 3_600_000
const day = 24 * hour
const osloAhead = (instant: number): number => {
  const local = new Date(instant).toLocaleString('sv-SE', { timeZone: 'Europe/Oslo' })
  return Date.parse(`${local.replace(' ', 'T')}Z`) - Math.floor(instant / 1000) * 1000
}

/** What was listed once, and may still have to be tried again. */
const listedBefore = new WeakMap<Client['memory'], ReadonlySet<string>>()

/** When a bank polled before, by what it remembers. */
const polledBefore = new WeakMap<Client['memory'], number>()
function lastPoll({ memory, now }: Client): number | null {
  const remembered = polledBefore.get(memory) ?? null
  // A clock that was set back makes nothing of it.
  const before = remembered !== null && remembered > now() ? null : remembered
  polledBefore.set(memory, now())
  return before
}

export const watermarkFaults = [
  defineFault({
    id: 'starts-with-now',
    story: 'The first call asks for what comes, and cases that are open already are never heard of.',
    violates: ['KV-009'],
    replaces: { startAt: ({ now }) => new Date(now()).toISOString() },
  }),
  defineFault({
    id: 'asks-from-its-last-poll',
    story: 'The bank knows best when it has asked before.',
    violates: ['KV-010', 'KV-011'],
    replaces: {
      chooseWatermark(client, start) {
        const before = lastPoll(client)
        return before === null ? chooseWatermark(client, start) : new Date(before).toISOString()
      },
    },
  }),
  defineFault({
    id: 'drops-what-was-registered-before-its-last-poll',
    story: 'What is older than the last look must have been seen then.',
    violates: ['KV-011'],
    tolerates: ['KV-027'],
    replaces: {
      filterKnown(client, items) {
        const before = lastPoll(client)
        const listed = listedBefore.get(client.memory) ?? new Set()
        listedBefore.set(client.memory, new Set([...listed, ...items.map(({ uuid }) => uuid)]))
        return filterKnown(client, items).filter(
          ({ uuid, instant }) => before === null || instant >= before || listed.has(uuid),
        )
      },
    },
  }),
  defineFault({
    id: 'begins-with-now-after-a-restart',
    story: 'Where reading stopped is held in memory alone, and a new start begins with new notices.',
    violates: ['KV-012', 'KV-010', 'KV-023'],
    replaces: {
      recover: (saved, now) => {
        const start = saved?.start == null ? null : new Date(now).toISOString()
        return { start, last: null, seen: new Map() }
      },
    },
  }),
  defineFault({
    id: 'writes-local-time-with-a-z',
    story: 'The time of the server room is written, with the letter that the examples end with.',
    violates: ['KV-013', 'KV-010'],
    replaces: { chooseWatermark: told((instant) => new Date(instant + osloAhead(instant)).toISOString()) },
  }),
  defineFault({
    id: 'rounds-the-time-up',
    // Of whole days, since what is lost to a rounding of seconds depends on when in its second a notice is registered.
    story: 'The database keeps whole days, and rounds.',
    violates: ['KV-013', 'KV-010'],
    replaces: { chooseWatermark: told((instant) => new Date(Math.ceil((instant + 1) / day) * day).toISOString()) },
  }),
  defineFault({
    id: 'asks-without-milliseconds',
    story: 'The database keeps whole seconds, and cuts off.',
    violates: [],
    tolerates: ['KV-013'],
    replaces: {
      chooseWatermark: told((instant) => `${new Date(instant - hour).toISOString().slice(0, 19)}Z`),
    },
  }),
  defineFault({
    id: 'asks-with-an-offset',
    story: 'The language writes times with the offset of the place.',
    violates: [],
    tolerates: ['KV-013'],
    replaces: { chooseWatermark: told((instant) => new Date(instant).toISOString().replace('Z', '+01:00')) },
  }),
  defineFault({
    id: 'asks-with-slashes',
    story: 'The date is written as the database writes it, and its slashes are left as they are.',
    violates: ['KV-014'],
    replaces: { listPath: (since) => `/konkursvarsler/oppdatert/${since.replaceAll('-', '/')}` },
  }),
  defineFault({
    id: 'goes-on-with-now-after-a-stop',
    story: 'After a stop of more than a day somebody thought it safer to begin anew.',
    violates: ['KV-023'],
    replaces: {
      chooseWatermark(client, start) {
        const usual = chooseWatermark(client, start)
        const isLong = client.memory.last !== null && client.now() - Date.parse(client.memory.last) > 24 * hour
        return isLong ? new Date(client.now()).toISOString() : usual
      },
    },
  }),
]
