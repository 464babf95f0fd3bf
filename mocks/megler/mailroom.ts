import { organisationNumberOf } from '../../contracts/altinn-broker/wire.ts'
import type { Letter, ReceivedReply } from '../../contracts/dsve/correspondence.ts'
import type { News } from '../altinn-client/news.ts'
import type { Clock } from '../clock.ts'
import type { Traffic } from '../http/traffic.ts'
import type { Cases, MeglerCase } from './cases.ts'
import { correlate, referanseIn } from './correlate.ts'
import type { Office } from './offices.ts'
import type { Transport } from './transport.ts'
import { keys } from './wire.ts'

/** Fetches, confirms and files what arrives; each transfer once, however often the megler hears of it. */
export interface Mailroom {
  hear(news: News): void
  /** Looks for what no event has told, for every office that waits for something. */
  look(): Promise<void>
  /** Resolves when nothing is being fetched. */
  idle(): Promise<void>
}

export interface MailroomOptions {
  readonly offices: readonly Office[]
  readonly transport: Transport
  readonly cases: Cases
  readonly clock: Clock
  readonly traffic: Traffic
  /** The broker could not carry a request: it is sent anew. */
  readonly onFailed: (fileTransferId: string) => Promise<void>
}

export function createMailroom(options: MailroomOptions): Mailroom {
  const { offices, transport, cases, onFailed } = options
  const taken = recent()
  /** On file, and still to be confirmed. */
  const unconfirmed = new Map<string, Office>()
  const busy = new Set<Promise<void>>()
  const heard = recent()

  const run = (work: () => Promise<void>) => {
    const running: Promise<void> = work()
      .catch((error: Error) => tell(options, 0, error.message))
      .finally(() => busy.delete(running))
    busy.add(running)
  }

  const collect = (office: Office, id: string) => {
    if (taken.has(id)) return
    taken.add(id)
    run(async () => {
      try {
        if (!unconfirmed.has(id) && (await fetchAndFile(options, office, id))) unconfirmed.set(id, office)
        if (unconfirmed.has(id)) await transport.confirm(office, id)
        unconfirmed.delete(id)
      } catch (error) {
        // Another time, when somebody looks.
        taken.delete(id)
        throw error
      }
    })
  }

  /** What becomes of a request of ours. */
  const follow = (one: MeglerCase, { type, fileTransferId }: News) => {
    const once = `${type} ${fileTransferId}`
    if (heard.has(once)) return
    heard.add(once)
    if (type === 'published') write(options, 'published', one, fileTransferId)
    if (type === 'downloadconfirmed') {
      write(options, 'confirmed', one, fileTransferId)
      tell(options, 200, `${one.fixture} is confirmed by the bank ${seconds(options, one)} after it was asked`)
    }
    if (type === 'uploadfailed') {
      write(options, 'failed', one, fileTransferId)
      run(() => onFailed(fileTransferId))
    }
  }

  return {
    hear(news) {
      const office = offices.find(({ id }) => id === news.organisationNumber)
      const own = cases.ofTransfer(news.fileTransferId)
      if (news.role === 'Sender' && own !== undefined) follow(own, news)
      if (news.role === 'Recipient' && news.type === 'published' && office !== undefined)
        collect(office, news.fileTransferId)
    },
    async look() {
      for (const [id, office] of unconfirmed) collect(office, id)
      const waiting = new Set(cases.all().flatMap((one) => (one.isAnswered ? [] : one.answerTo)))
      for (const office of offices.filter(({ id }) => waiting.has(id)))
        for (const id of await transport.waiting(office)) collect(office, id)
    },
    async idle() {
      while (busy.size > 0) await Promise.all(busy)
    },
  }
}

/** A set that forgets the oldest: the broker repeats nothing after so many others. */
function recent(most = 20_000): Pick<Set<string>, 'has' | 'add' | 'delete'> {
  const kept = new Set<string>()
  return {
    has: (one) => kept.has(one),
    delete: (one) => kept.delete(one),
    add(one) {
      const [oldest] = kept
      if (kept.size >= most && oldest !== undefined) kept.delete(oldest)
      return kept.add(one)
    },
  }
}

/** A message has some kB; nobody sends ten million bytes who means well. */
const mostBytes = 10_000_000

/** Whether it was taken. It is on file then, before it is confirmed: a megler that dies between the two fetches it again. */
async function fetchAndFile(options: MailroomOptions, office: Office, id: string): Promise<boolean> {
  const { transport, cases } = options
  const overview = await transport.overview(office, id)
  const isTaken = overview.fileTransferSize <= mostBytes
  const payload = isTaken ? await transport.download(office, id) : Buffer.alloc(0)
  const bank = organisationNumberOf(overview.sender)
  const { sendersFileTransferReference, propertyList, recipients, fileName, sender } = overview
  const match = correlate(cases.all(), {
    bank,
    office: office.id,
    messageType: propertyList[keys.messageType] ?? '',
    sendersFileTransferReference,
    referanse: referanseIn(payload),
  })
  const reply: ReceivedReply = {
    matchedBy: match?.by ?? null,
    sender,
    recipients: recipients.map(({ recipient }) => recipient),
    sendersFileTransferReference,
    fileName,
    propertyList,
    payload: payload.toString('base64'),
    ...(isTaken ? {} : { untaken: overview.fileTransferSize }),
  }
  write(options, match === null ? 'unmatched' : 'answered', match?.case ?? null, id, reply)
  if (match !== null) cases.change(match.case.number, { isAnswered: true })
  const what = `${propertyList[keys.messageType] ?? 'a message'} ${propertyList[keys.status] ?? 'without status'}`
  if (match === null) tell(options, 404, `${what} from ${bank} answers no question that is known`)
  else {
    const { fixture } = match.case
    tell(options, 200, `${fixture} is answered after ${seconds(options, match.case)}: ${what} (by ${match.by})`)
  }
  return isTaken
}

const seconds = ({ clock }: MailroomOptions, { askedAt }: MeglerCase) =>
  `${((clock.now() - askedAt) / 1000).toFixed(1)} s`

function write(
  { cases, clock }: MailroomOptions,
  what: Letter['what'],
  one: MeglerCase | null,
  fileTransferId: string,
  reply?: ReceivedReply,
): void {
  const about = { number: one?.number ?? null, fixture: one?.fixture ?? null, fileTransferId }
  cases.write({ at: new Date(clock.now()).toISOString(), what, ...about, ...(reply === undefined ? {} : { reply }) })
}

/** A line for whoever watches. */
export function tell(
  { traffic, clock }: Pick<MailroomOptions, 'traffic' | 'clock'>,
  status: number,
  said: string,
): void {
  const at = new Date(clock.now()).toISOString()
  traffic.tell({ party: 'megler', at, method: 'CASE', path: '', status, ms: 0, said })
}
