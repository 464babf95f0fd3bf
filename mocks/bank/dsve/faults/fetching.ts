import { insist } from '../../../altinn-client/calls.ts'
import { defineFault } from '../fault.ts'
import { download } from '../parts/download.ts'
import { isOurs, requestIn } from '../parts/is-ours.ts'
import { ask, overviewOf, search, searchQuery } from '../parts/search.ts'
import { take } from '../parts/take.ts'
import { memoryStore } from '../store.ts'
import { memoryOf } from './memory.ts'

const lookedAt = memoryOf<{ last: string | null }>(() => ({ last: null }))

/** How a request is found and fetched: dsve.md 7 B. */
export const fetchingFaults = [
  defineFault({
    id: 'looks-among-its-own',
    story: 'It searches for what it has sent itself, and so finds no request.',
    violates: ['DSVE-011', 'DSVE-003'],
    replaces: {
      searchQuery: (settings) => {
        const { recipientStatus: _, ...query } = searchQuery(settings)
        return { ...query, role: 'Sender' }
      },
    },
  }),
  defineFault({
    id: 'searches-for-everything',
    story: 'Beside what waits it searches without a status, and reads all old files every time.',
    violates: ['DSVE-012'],
    replaces: {
      search: async (client, query) => {
        const { status: _, recipientStatus: __, ...everything } = query
        const old = await ask(client, everything)
        return [...new Set([...(await search(client, query)), ...old])]
      },
    },
  }),
  defineFault({
    id: 'reads-one-page',
    story: 'It reads one answer of a search, the newest first, and looks from then on for what is newer.',
    violates: ['DSVE-013', 'DSVE-003'],
    replaces: {
      search: async (client, query) => {
        const memory = lookedAt(client)
        const { last } = memory
        // Before it asks, so that whoever else looks meanwhile does not find the same.
        memory.last = new Date(client.clock.now()).toISOString()
        const newest = { ...query, orderAscending: 'false' }
        return ask(client, last === null ? newest : { ...newest, from: last })
      },
    },
  }),
  defineFault({
    id: 'searches-without-pause',
    story: 'It searches again and again, as fast as it can.',
    violates: ['DSVE-014'],
    replaces: {
      search: async (client, query) => {
        const found = new Set<string>()
        for (let turn = 0; turn < 25; turn += 1) for (const id of await ask(client, query)) found.add(id)
        return [...found]
      },
    },
  }),
  defineFault({
    id: 'searches-on-after-429',
    story: 'That it comes too often is a hiccup: it searches again at once, until it gives up.',
    violates: ['DSVE-014'],
    replaces: { patience: (usual) => ({ ...usual, isDeaf: true }) },
  }),
  defineFault({
    id: 'goes-by-the-file-name',
    story: 'It takes for a request what is called like one.',
    violates: ['DSVE-015', 'DSVE-016'],
    replaces: { isOurs: ({ fileName }) => /^(restgjelds|innfrielsessaldo)forespoersel/i.test(fileName) },
  }),
  defineFault({
    id: 'answers-other-messages',
    story: 'It takes every message on the resource for a restgjeldsforespoersel, and answers.',
    violates: ['DSVE-016'],
    replaces: { isOurs: () => true },
  }),
  defineFault({
    id: 'stops-at-other-messages',
    story: 'A message that it does not know stops everything.',
    violates: ['DSVE-016'],
    replaces: {
      search: async (client, query) => {
        const found = await search(client, query)
        for (const id of found)
          if (!isOurs(await overviewOf(client, id))) throw new Error('a message of an unknown type')
        return found
      },
    },
  }),
  defineFault({
    id: 'confirms-before-it-fetches',
    story: 'It confirms what it has heard of, and fetches it then.',
    violates: ['DSVE-017'],
    replaces: {
      take: async (client, letter, steps) => {
        if (letter.payload === undefined) await client.calls.confirm(letter.fileTransferId)
        await take(client, letter, steps)
      },
    },
  }),
  defineFault({
    id: 'never-confirms',
    story: 'Nobody confirms, since the file is here anyway.',
    violates: ['DSVE-018'],
    replaces: { confirm: async () => undefined },
  }),
  defineFault({
    id: 'keeps-requests-in-memory',
    story: 'What was confirmed is held in memory alone until it is answered, and gone at a restart.',
    violates: ['DSVE-018'],
    replaces: { reopen: () => memoryStore()() },
  }),
  defineFault({
    id: 'confirms-what-was-cut-off',
    story: 'A download that breaks off counts as done.',
    violates: ['DSVE-023', 'DSVE-019'],
    replaces: {
      // Whoever asks again by himself gets the whole.
      patience: ({ waitMs }) => ({ times: 1, waitMs }),
      download: (...given) => download(...given).catch(() => Buffer.alloc(0)),
    },
  }),
  defineFault({
    id: 'reads-the-answer-to-a-confirmation',
    story: 'It reads the answer to a confirmation as JSON, and there is nothing in it.',
    violates: ['DSVE-020'],
    replaces: {
      confirm: async ({ calls }, id) => {
        JSON.parse((await insist('the bank confirmed', calls.confirm(id), 200, 204, 400)).body.toString().trim())
      },
    },
  }),
  defineFault({
    id: 'confirms-with-204-alone',
    story: 'A confirmation that is answered with 200 counts as none.',
    violates: ['DSVE-020'],
    replaces: {
      confirm: async (client, id) => {
        const answer = await insist('the bank confirmed', client.calls.confirm(id), 200, 204, 400)
        if (answer.status === 200) throw new Error('a confirmation that was not taken')
      },
    },
  }),
  defineFault({
    id: 'confirms-again-for-ever',
    story: 'That it has been confirmed before is a failure, and it is confirmed again and again.',
    violates: ['DSVE-021'],
    replaces: {
      confirm: async ({ calls }, id) => {
        await insist('the bank confirmed', calls.confirm(id), 200, 204)
      },
    },
  }),
  defineFault({
    id: 'answers-whenever-it-hears',
    story: 'Every time that it finds a transfer it is another one.',
    violates: ['DSVE-022'],
    replaces: { keyOf: (id) => `${id} ${Math.random()}` },
  }),
  defineFault({
    id: 'drops-what-fails-once',
    story: 'One failed call, and the request is put aside for ever.',
    violates: ['DSVE-023', 'DSVE-019'],
    replaces: {
      patience: () => ({ times: 1, waitMs: 0 }),
      take: async (client, letter, steps) => {
        await take(client, letter, steps).catch((error: Error) => {
          client.store.change({ key: letter.key, done: 'by hand' })
          throw error
        })
      },
    },
  }),
  defineFault({
    id: 'answers-one-flow-alone',
    story: 'It has both flows in AKELDO, and answers restgjeld alone.',
    violates: ['DSVE-003', 'DSVE-040'],
    replaces: {
      answersTo: ({ propertyList }) => requestIn(propertyList) === 'restgjeldsforespoersel',
    },
  }),
] as const
