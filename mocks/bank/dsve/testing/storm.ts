import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Inquiry, Sent } from '../../../../contracts/dsve/correspondence.ts'
import { type Broker, startAltinnBroker } from '../../../altinn-broker/broker.ts'
import { brokerFaults } from '../../../altinn-broker/faults.ts'
import { until } from '../../../altinn-broker/testing/desk.ts'
import { questions } from '../../../megler/fixtures.ts'
import { type Megler, startMegler } from '../../../megler/megler.ts'
import type { AroundDsve } from '../../../own-rooms.ts'
import { freePort } from '../../../testing/free-port.ts'
import type { Dsve } from '../client.ts'
import { startDsve } from '../start.ts'
import { bank, type House, inAHurry, limits } from './scene.ts'

/** A bank and a broker that are stopped in the middle of what they do, with folders that outlive it. */
export interface Storm {
  ask(inquiry: Inquiry): Promise<Sent>
  /** The bank looks; after so many of its calls it is stopped, and started again on its folder. */
  stopBank(afterCalls: number): Promise<void>
  /** The bank looks; after so many of its calls the broker is stopped, and started again on its folder and port. */
  stopBroker(afterCalls: number): Promise<void>
  /** Nothing is stopped any more, and everybody looks until all of it is answered, or has had time enough to be. */
  calm(asked: readonly Sent[]): Promise<void>
  readonly megler: Megler
  close(): Promise<void>
}

export interface StormOptions {
  readonly house: House
  /** Its Maskinporten, AKELDO and clients are used; its own broker and megler are not. */
  readonly parties: AroundDsve
  readonly hearsEvents: boolean
}

/** Soon enough that nobody waits for what was not taken. */
const settings = { scanMs: 0, limits, eventRetriesMs: Array.from({ length: 10 }, () => 5) }

export async function openStorm({ house, parties, hearsEvents }: StormOptions): Promise<Storm> {
  const { maskinporten, akeldo, clients } = parties
  const folder = await mkdtemp(join(tmpdir(), 'samsvar-storm-'))
  const identity = await house.authority.server(['127.0.0.1'])
  const trust = [house.authority.rootPem]
  const openBroker = (port = 0): Promise<Broker> =>
    startAltinnBroker({
      identity,
      port,
      trust,
      settings,
      folder: join(folder, 'broker'),
      maskinporten: { issuer: maskinporten.issuer, keysUrl: `${maskinporten.url}/jwk` },
      faults: [brokerFaults['events-twice'] ?? {}],
    })
  let broker = await openBroker()
  const port = Number(new URL(broker.url).port)
  const access = { issuer: maskinporten.issuer, tokenUrl: `${maskinporten.url}/token` }
  const megler = await startMegler({
    identity,
    trust,
    client: clients.megler,
    maskinporten: access,
    broker,
    akeldo,
    bank: { id: bank.organisationNumber, foretaksnavn: bank.name },
    questions,
    lookMs: null,
    clock: inAHurry,
  })
  await broker.idle()
  // One port over all its lives: nobody is to be told of every event at ten addresses.
  const hookPort = hearsEvents ? await freePort() : 0
  const openBank = (): Promise<Dsve> =>
    startDsve({
      bank,
      client: clients.bank,
      maskinporten: access,
      broker,
      akeldo,
      trust,
      patience: { times: 3, waitMs: 1 },
      clock: inAHurry,
      folder: join(folder, 'bank'),
      ...(hearsEvents ? { webhook: { identity, port: hookPort } } : {}),
    })
  let dsve = await openBank()

  /** Those of the bank since the broker was started. */
  const calls = () => broker.acts(0).acts.filter(({ client }) => client === clients.bank.clientId).length
  const published = () => broker.transfers().every(({ history }) => history.at(-1)?.status !== 'UploadProcessing')
  /** The bank looks, and is let go when it has called so often, or is done. */
  const lookUntil = async (count: number): Promise<void> => {
    const enough = calls() + count
    let done = false
    dsve.poll().finally(() => {
      done = true
    })
    await until(() => done || calls() >= enough)
  }
  /** The bank looks, and what it sends reaches the megler. */
  const everybodyLooks = async () => {
    await dsve.poll()
    await until(published)
    await broker.idle()
    await megler.look()
    await megler.idle()
  }
  const isAnswered = ({ number }: Sent) =>
    megler.letters(0).letters.some((letter) => letter.number === number && letter.reply !== undefined)

  return {
    megler,
    async ask(inquiry) {
      const sent = await megler.ask(inquiry)
      await until(published)
      return sent
    },
    async stopBank(afterCalls) {
      await lookUntil(afterCalls)
      await dsve.close()
      dsve = await openBank()
    },
    async stopBroker(afterCalls) {
      await lookUntil(afterCalls)
      await broker.close()
      broker = await openBroker(port)
      await dsve.idle()
    },
    async calm(asked) {
      for (let turn = 0; turn < 20; turn += 1) {
        await everybodyLooks()
        if (asked.every(isAnswered)) break
      }
      // Whatever would be sent a second time has its chance.
      await everybodyLooks()
    },
    close: async () => {
      await dsve.close()
      await megler.close()
      await broker.close()
      await rm(folder, { recursive: true })
    },
  }
}
