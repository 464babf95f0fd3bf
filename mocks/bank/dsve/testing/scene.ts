import type { Inquiry, Letter, ReceivedReply } from '../../../../contracts/dsve/correspondence.ts'
import { caseAsked } from '../../../../contracts/dsve/rules/asked.ts'
import type { Case } from '../../../../contracts/dsve/rules/case.ts'
import { problemsOf } from '../../../../contracts/dsve/rules/judge.ts'
import type { Problem } from '../../../../contracts/dsve/rules/problem.ts'
import { replyOf } from '../../../../contracts/dsve/rules/reply.ts'
import { until } from '../../../altinn-broker/testing/desk.ts'
import type { Clock } from '../../../clock.ts'
import type { AroundDsve, DsveSettings } from '../../../own-rooms.ts'
import { type Parties, startParties } from '../../../parties.ts'
import type { Dsve } from '../client.ts'
import { type DsveBankOptions, startDsve } from '../start.ts'

/** The bank between broker, AKELDO and megler, on sockets. */

export const bank = { organisationNumber: '314703103', name: 'Banken' } as const

/** What takes long to make, once for a file. */
export type House = Pick<Parties, 'dsveFor' | 'authority' | 'close'>
export const openHouse = (): Promise<House> => startParties({ only: [] })

export interface Scene {
  readonly house: House
  readonly parties: AroundDsve
  readonly dsve: Dsve
  /** Asks, and waits until the bank can find it. */
  ask(inquiry: Inquiry): ReturnType<AroundDsve['megler']['ask']>
  /** The bank looks, and what it sends reaches the megler. */
  look(): Promise<void>
  /** Until everything that was sent is published and told. */
  settled(): Promise<void>
  letters(): readonly Letter[]
  answersTo(number: number): readonly ReceivedReply[]
  start(options?: Partial<DsveBankOptions>): Promise<Dsve>
  close(): Promise<void>
}

/** Nobody is to wait for a minute that is full. */
export const limits = { search: 10_000, details: 10_000, other: 100_000 }

/** Whoever is told to wait waits no time: the broker counts calls. */
export const inAHurry: Clock = {
  now: Date.now,
  at(_time, run) {
    const soon = setImmediate(run)
    return () => clearImmediate(soon)
  },
}

export interface SceneOptions extends DsveSettings {
  readonly bank?: Partial<DsveBankOptions>
}

export async function openScene(
  house: House,
  { bank: changes, broker: its, ...rest }: SceneOptions = {},
): Promise<Scene> {
  const parties = await house.dsveFor(bank, {
    ...rest,
    broker: { ...its, settings: { scanMs: 0, limits, ...its?.settings } },
    megler: { lookMs: null },
  })
  const { 'altinn-broker': broker, megler } = parties
  const open: Dsve[] = []
  const start = async (more: Partial<DsveBankOptions> = {}) => {
    const dsve = await startDsve({ ...around(house, parties), ...changes, ...more })
    open.push(dsve)
    return dsve
  }
  const dsve = await start()
  const settled = async () => {
    await until(() => broker.transfers().every(({ history }) => history.at(-1)?.status !== 'UploadProcessing'))
    await broker.idle()
    await megler.idle()
  }
  return {
    house,
    parties,
    dsve,
    start,
    settled,
    async ask(inquiry) {
      const sent = await megler.ask(inquiry)
      await settled()
      return sent
    },
    async look() {
      await dsve.poll()
      await settled()
    },
    letters: () => megler.letters(0).letters,
    answersTo: (number) =>
      megler
        .letters(0)
        .letters.flatMap((letter) => (letter.number === number && letter.reply !== undefined ? [letter.reply] : [])),
    close: async () => {
      await Promise.all(open.map((one) => one.close()))
      await parties.close()
    },
  }
}

const around = ({ authority }: House, parties: AroundDsve): DsveBankOptions => ({
  bank,
  client: parties.clients.bank,
  maskinporten: { issuer: parties.maskinporten.issuer, tokenUrl: `${parties.maskinporten.url}/token` },
  broker: parties['altinn-broker'],
  akeldo: parties.akeldo,
  trust: [authority.rootPem],
  patience: { times: 4, waitMs: 1 },
  clock: inAHurry,
})

/** What anybody can say of an answer, from the case that it is about. */
export function problemsIn(
  { parties }: Pick<Scene, 'parties'>,
  inquiry: Inquiry & { readonly fileTransferId: string; readonly referanse: string },
  reply: ReceivedReply,
): readonly Problem[] {
  const payload = new Uint8Array(Buffer.from(reply.payload, 'base64'))
  return problemsOf(replyOf({ ...reply, payload }), caseOf(parties, inquiry))
}

function caseOf(
  parties: AroundDsve,
  { fileTransferId, referanse, ...inquiry }: Parameters<typeof problemsIn>[1],
): Case {
  const transfer = parties['altinn-broker'].transfers().find(({ id }) => id === fileTransferId)
  if (transfer === undefined) throw new Error('no such transfer')
  const { sendersFileTransferReference } = transfer.asked
  const at = new Date().toISOString()
  const own = { id: bank.organisationNumber, foretaksnavn: bank.name }
  const sent = { number: 0, referanse, fileTransferId }
  const asked = caseAsked(own, { inquiry, sent, at, sendersFileTransferReference }, at)
  if (asked === null) throw new Error(`no case ${inquiry.fixture}`)
  return asked
}
