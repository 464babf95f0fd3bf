import { randomBytes } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { today } from '../../contracts/calendar.ts'
import type { SeenRequest } from '../../contracts/control/protocol.ts'
import type { Inquiry, Sent } from '../../contracts/dsve/correspondence.ts'
import { nearest } from '../../contracts/nearest.ts'
import { createTokens } from '../altinn-client/tokens.ts'
import type { BrokerClient } from '../clients.ts'
import { type Clock, realClock } from '../clock.ts'
import { type Address, listen } from '../http/listen.ts'
import { createOutgoing } from '../http/outgoing.ts'
import { createTraffic, type Traffic } from '../http/traffic.ts'
import { type Cases, createCases, type MeglerCase } from './cases.ts'
import { createHooks, hookPath } from './hooks.ts'
import { createMailroom, tell } from './mailroom.ts'
import type { Office } from './offices.ts'
import { draftOf, type Parcel, parcelOf } from './parcel.ts'
import type { Questions } from './questions.ts'
import { createRegister } from './register.ts'
import { createTransport } from './transport.ts'
import { variantOf } from './variants.ts'
import { messages, type Organisasjon } from './wire.ts'

export interface MeglerOptions extends Address {
  /** Who gets tokens, for all its offices. */
  readonly client: BrokerClient
  readonly maskinporten: { readonly issuer: string; readonly tokenUrl: string }
  readonly broker: { readonly transfersUrl: string; readonly subscriptionsUrl: string }
  readonly akeldo: { readonly actorsUrl: string }
  /** Who is asked. */
  readonly bank: Organisasjon
  readonly questions: Questions
  /** PEM roots beside the public ones. */
  readonly trust: readonly string[]
  /** How often it looks for what no event has told; milliseconds, null for never. Default: half a minute. */
  readonly lookMs?: number | null
  readonly clock?: Clock
  readonly traffic?: Traffic
}

export interface Megler {
  /** Where it hears of events. */
  readonly hookUrl: string
  /** Builds a request and sends it. Rejects with an Error that says what is not known, or who said no. */
  ask(inquiry: Inquiry): Promise<Sent>
  readonly letters: Cases['letters']
  /** Looks for what no event has told. */
  look(): Promise<void>
  /** Resolves when nothing is being fetched. */
  idle(): Promise<void>
  seen(after: number): { readonly cursor: number; readonly seen: readonly SeenRequest[] }
  close(): Promise<void>
}

const mostTransfers = 3
/** What was sent is kept for so many cases, to be sent again when the broker could not carry it. */
const mostParcels = 500

/** Starts the megler, and its subscriptions at the broker. Throws `PortTaken`, or an Error that says who refused. */
export async function startMegler(options: MeglerOptions): Promise<Megler> {
  const {
    bank,
    questions,
    trust,
    maskinporten,
    clock = realClock,
    traffic = createTraffic(),
    lookMs = 30_000,
  } = options
  const outgoing = createOutgoing({ trust })
  const tokens = createTokens({ ...maskinporten, client: options.client, outgoing, now: clock.now })
  const transport = createTransport({ ...options.broker, tokens, outgoing, clock })
  const register = createRegister({ ...options.akeldo, outgoing, clock })
  const cases = createCases()
  const parcels = new Map<number, { readonly office: Office; readonly parcel: Parcel }>()
  const { offices } = questions

  const sending = new Map<number, Promise<string>>()

  const post = async (one: MeglerCase): Promise<string> => {
    const sent = parcels.get(one.number)
    if (sent === undefined) throw new Error(`The megler has forgotten what it sent in its case ${one.number}`)
    const begun: string[] = [...one.transfers]
    const posting = transport.send(sent.office, bank.id, sent.parcel, (each) => {
      begun.push(each)
      cases.change(one.number, { transfers: begun })
    })
    sending.set(one.number, posting)
    const id = await posting.finally(() => sending.delete(one.number))
    const at = new Date(clock.now()).toISOString()
    cases.write({ at, what: 'sent', number: one.number, fixture: one.fixture, fileTransferId: id })
    return id
  }
  const onFailed = async (id: string) => {
    // Whoever is still sending it has seen it too, and may have made another one.
    await sending.get(cases.ofTransfer(id)?.number ?? 0)?.catch(() => {})
    const one = cases.ofTransfer(id)
    if (one !== undefined && one.transfers.at(-1) === id && one.transfers.length < mostTransfers) await post(one)
  }
  const mailroom = createMailroom({ offices, transport, cases, clock, traffic, onFailed })
  let answer: RequestListener = () => {}
  const listener = await listen((request, response) => answer(request, response), { ...options, name: 'The megler' })
  answer = createHooks({ traffic, now: clock.now, onNews: (news) => mailroom.hear(news) })
  const hookUrl = `${listener.url}${hookPath}`

  let cancel = () => {}
  const lookAgain = () => {
    if (lookMs === null) return
    cancel = clock.at(clock.now() + lookMs, () => {
      mailroom
        .look()
        .catch((error: Error) => tell({ traffic, clock }, 0, error.message))
        .finally(lookAgain)
    })
  }
  const close = async () => {
    cancel()
    await Promise.all([listener.close(), outgoing.close()])
  }
  try {
    await Promise.all(offices.map((office) => transport.subscribe(office, hookUrl)))
  } catch (error) {
    await close()
    throw error
  }
  lookAgain()

  return {
    hookUrl,
    async ask({ message: root, fixture, variant = 'usual', by, ...inquiry }) {
      requireFixture(questions, fixture)
      const { change } = variantOf(variant)
      const mark = randomBytes(6).toString('hex')
      const referanse = inquiry.referanse ?? `Oppdrag ${mark}`
      const day = today(new Date(clock.now()))
      const { mottakersReferanse } = inquiry
      const asking = {
        ...{ day, referanse, bank },
        ...(by === undefined ? {} : { by }),
        ...(mottakersReferanse === undefined ? {} : { mottakersReferanse }),
      }
      const { message, office, answerTo } = questions.about(fixture, root, asking)
      await register.requireReceiver(bank.id, messages[root].messageType)
      const parcel = parcelOf(
        change(draftOf({ root, message, office, mark, canaryUrl: `${listener.url}/kanari/${mark}` })),
      )
      const { sendersFileTransferReference } = parcel
      const made = { root, fixture, referanse, sendersFileTransferReference, answerTo, bank: bank.id }
      const one = cases.open({ ...made, askedAt: clock.now() })
      parcels.set(one.number, { office, parcel })
      parcels.delete(one.number - mostParcels)
      tell({ traffic, clock }, 200, `asks ${bank.id} about ${fixture}: ${messages[root].messageType}, ${variant}`)
      const fileTransferId = await post(one)
      return { number: one.number, referanse, fileTransferId }
    },
    letters: cases.letters,
    look: () => mailroom.look(),
    idle: () => mailroom.idle(),
    seen: (after) => traffic.seen(after),
    close,
  }
}

function requireFixture({ fixtures }: Questions, fixture: string): void {
  if (fixtures.includes(fixture)) return
  const guesses = nearest(fixture, fixtures)
  const hint = guesses.length > 0 ? `perhaps ${guesses.join(' or ')}` : `known are ${fixtures.join(', ')}`
  throw new Error(`The megler knows no fixture "${fixture}"; ${hint}`)
}
