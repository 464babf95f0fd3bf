import { organisationNumberOf } from '../../../contracts/dsve/transfer/transfer.ts'
import { compose } from './compose.ts'
import type { Arrived, Letter } from './letter.ts'
import { type Life, newLife } from './life.ts'
import type { Client, Told } from './model.ts'
import type { Parts } from './parts.ts'
import type { OpenStore } from './store.ts'

/** The bank as the one who is asked through the broker. */
export interface Dsve {
  /** Looks for what waits; resolves once all of it is answered, or is known to have failed. */
  poll(): Promise<void>
  /** An event tells of a transfer. */
  hear(fileTransferId: string): void
  /** What is held in memory is gone, whatever was under way; the store is read again. */
  restart(): Promise<void>
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
  letters(): readonly Letter[]
  /** What whoever watches over the bank was told; the latest hundred. */
  told(): readonly Told[]
  close(): Promise<void>
}

export interface DsveOptions extends Omit<Client, 'store' | 'tell'> {
  readonly openStore: OpenStore
  readonly parts: Parts
  /** Milliseconds between two looks; null where only `poll` and events ask. */
  readonly everyMs: number | null
}

export function createDsve({ openStore, parts, everyMs, ...given }: DsveOptions): Dsve {
  const { clock } = given
  const told: Told[] = []
  const tell: Client['tell'] = (what, detail) => {
    told.push({ at: new Date(clock.now()).toISOString(), what, detail })
    if (told.length > 100) told.shift()
  }
  const begin = (): Life => newLife({ ...given, tell }, parts.reopen(openStore), parts.inOrder)
  let life = begin()
  let closed = false
  let cancel = () => {}

  /** What was heard of is on the way to its answer, whoever told of it, and how often. */
  const handle = async ({ client, once, each, inTurn }: Life, keys: readonly string[]) => {
    await each(keys, (key) => once(`take ${key}`, () => receive(client, key)))
    const ready = keys.flatMap((key) => client.store.letter(key) ?? []).filter(isReady)
    const answered = parts.inOrder(ready).map((letter) => {
      const { key } = letter
      return once(`answer ${key}`, () => inTurn(letter, () => answer(client, key)))
    })
    await Promise.all(answered)
  }

  const receive = async (client: Client, key: string) => {
    const { store } = client
    const known = store.letter(key)
    if (known?.done !== undefined) return
    if (known?.overview === undefined) {
      const id = known?.fileTransferId ?? key
      const { sender, sendersFileTransferReference, propertyList, fileTransferSize, checksum, fileName } =
        await parts.overviewOf(client, id)
      const overview = { sender, sendersFileTransferReference, propertyList, fileTransferSize, checksum }
      if (!parts.isOurs({ propertyList, fileName })) {
        store.change({ key, done: 'not ours' })
        tell('left', `a message of ${organisationNumberOf(sender)} that is none of the two requests`)
        return
      }
      // On record before it is fetched: a search shows it no more once a download was begun.
      store.change({ key, overview })
    }
    await parts.take(client, store.letter(key) as Letter, parts)
  }

  const answer = async (client: Client, key: string) => {
    const { store } = client
    const letter = store.letter(key) as Letter
    if (letter.done !== undefined) return
    if (!parts.answersTo(letter.overview as Arrived)) return
    const reply = letter.reply ?? compose(client, parts, letter)
    if (letter.reply === undefined) store.change({ key, reply })
    const [recipient = ''] = reply.recipients.map(organisationNumberOf)
    if (letter.transfers === undefined && !(await parts.canReceive(client, recipient, reply.messageType))) {
      store.change({ key, done: 'by hand' })
      tell('by-hand', `${recipient} receives no ${reply.messageType}, says AKELDO`)
      return
    }
    await parts.deliver(client, key, parts)
  }

  const look = async (current: Life) => {
    const { client } = current
    const waiting = await parts.search(client, parts.searchQuery(client.settings)).catch((error: Error) => {
      current.signal.throwIfAborted()
      tell('alarm', error.message)
      return []
    })
    const open = client.store.letters().filter(({ done }) => done === undefined)
    const found = waiting.map((id) => keyed(client, id))
    await handle(current, [...new Set([...open.map(({ key }) => key), ...found])])
  }

  /** The key under which the bank has the transfer, or will. */
  const keyed = ({ store }: Client, fileTransferId: string): string => {
    const key = parts.keyOf(fileTransferId)
    if (store.letter(key) === undefined && key !== fileTransferId) store.change({ key, fileTransferId })
    return key
  }

  const again = () => {
    if (everyMs === null || closed) return
    cancel = clock.at(clock.now() + everyMs, () => {
      life.run(() => look(life))
      again()
    })
  }
  const end = async () => {
    cancel()
    await life.end()
  }

  const first = () => {
    // What an earlier life left is gone on with, and what came meanwhile is looked for.
    if (everyMs !== null) life.run(() => look(life))
    again()
  }
  first()
  return {
    poll: () => life.run(() => look(life)),
    hear: (id) => void life.run(() => handle(life, [keyed(life.client, id)])),
    async restart() {
      await end()
      life = begin()
      first()
    },
    idle: () => life.idle(),
    letters: () => life.client.store.letters(),
    told: () => [...told],
    async close() {
      closed = true
      await end()
    },
  }
}

const isReady = ({ confirmed, done }: Letter) => confirmed === true && done === undefined
