import { createHash } from 'node:crypto'
import { violationsOf } from '../../contracts/altinn-broker/schemas.ts'
import { dsveResources } from '../../contracts/altinn-broker/statuses.ts'
import { type Overview, organisationUrn, resourceUrn } from '../../contracts/altinn-broker/wire.ts'
import type { Clock } from '../clock.ts'
import type { Call, Outgoing, Received } from '../http/outgoing.ts'
import { type Office, partyOf } from './offices.ts'
import type { Parcel } from './parcel.ts'
import { patiently } from './patience.ts'
import type { Tokens } from './tokens.ts'

/** What the megler does at the broker, as one of its offices. Rejects with an Error that says what was answered to what. */
export interface Transport {
  /** Both steps; a transfer that failed is left, and another one is made. `onBegun` has the id before anything is uploaded. */
  send(office: Office, recipient: string, parcel: Parcel, onBegun: (id: string) => void): Promise<string>
  overview(office: Office, id: string): Promise<Overview>
  /** All of it: a body that is shorter than was said is fetched again. */
  download(office: Office, id: string): Promise<Buffer>
  confirm(office: Office, id: string): Promise<void>
  /** What is published for the office, the oldest first. */
  waiting(office: Office): Promise<readonly string[]>
  subscribe(office: Office, endPoint: string): Promise<void>
}

export interface TransportOptions {
  /** Without a final slash. */
  readonly transfersUrl: string
  readonly subscriptionsUrl: string
  readonly tokens: Tokens
  readonly outgoing: Pick<Outgoing, 'send'>
  readonly clock: Clock
  /** Default: that of the test environment. */
  readonly resourceId?: string
}

const mostTransfers = 3

export function createTransport(options: TransportOptions): Transport {
  const { transfersUrl, subscriptionsUrl, tokens, outgoing, clock, resourceId = dsveResources.test } = options

  const call = async (office: Office, url: string, request: Call = {}): Promise<Received> => {
    const once = async () => {
      const headers = { ...request.headers, authorization: `Bearer ${await tokens.tokenFor(office.id)}` }
      return outgoing.send(url, { ...request, headers })
    }
    const first = await patiently(clock, once)
    if (first.status !== 401) return first
    // Perhaps the token ran out on the way.
    tokens.forget(office.id)
    return patiently(clock, once)
  }
  const insist = async (what: string, answer: Promise<Received>, ...lawful: readonly number[]) => {
    const received = await answer
    if (lawful.includes(received.status)) return received
    throw new Error(`Altinn Broker answered ${received.status} when the megler ${what}: ${problemOf(received)}`)
  }
  const json = (body: unknown): Call => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

  const sendOnce: Transport['send'] = async (office, recipient, { payload, ...parcel }, onBegun) => {
    const checksum = createHash('md5').update(payload).digest('hex')
    const request = { ...parcel, resourceId, sender: partyOf(office.id), recipients: [partyOf(recipient)], checksum }
    const initialised = await insist('initialised a transfer', call(office, transfersUrl, json(request)), 200)
    const id = String(JSON.parse(initialised.body.toString()).fileTransferId)
    onBegun(id)
    const headers = { 'content-type': 'application/octet-stream' }
    await insist(
      'uploaded',
      call(office, `${transfersUrl}/${id}/upload`, { method: 'POST', headers, body: payload }),
      200,
    )
    return id
  }

  return {
    async send(...given) {
      for (let turn = 1; ; turn += 1) {
        try {
          return await sendOnce(...given)
        } catch (error) {
          if (turn === mostTransfers) throw error
        }
      }
    },
    async overview(office, id) {
      const { body } = await insist('read an overview', call(office, `${transfersUrl}/${id}`), 200)
      const overview = JSON.parse(body.toString())
      const [wrong] = violationsOf('overview', overview)
      if (wrong !== undefined) throw new Error(`Altinn Broker gave an overview in which ${wrong.at} ${wrong.must}`)
      return overview
    },
    download: async (office, id) =>
      (await insist('downloaded', call(office, `${transfersUrl}/${id}/download`), 200)).body,
    async confirm(office, id) {
      const url = `${transfersUrl}/${id}/confirmdownload`
      const answer = await insist('confirmed', call(office, url, { method: 'POST' }), 200, 204, 400)
      // Number 10: somebody has confirmed it already, as this office.
      if (answer.status === 400 && !problemOf(answer).includes('00010'))
        throw new Error(`confirm: ${problemOf(answer)}`)
    },
    async waiting(office) {
      const query = new URLSearchParams({ resourceId, status: 'Published', role: 'Recipient', orderAscending: 'true' })
      return JSON.parse((await insist('searched', call(office, `${transfersUrl}?${query}`), 200)).body.toString())
    },
    async subscribe(office, endPoint) {
      const filters = { resourceFilter: resourceUrn + resourceId, subjectFilter: organisationUrn + office.id }
      await insist('subscribed', call(office, subscriptionsUrl, json({ endPoint, ...filters })), 200, 201)
    },
  }
}

/** Code and sentence of a problem; never more of a body. */
function problemOf({ body }: Received): string {
  try {
    const { code, detail, title } = JSON.parse(body.toString())
    return [code, detail ?? title].filter((one) => one !== undefined).join(' ')
  } catch {
    return 'no problem body'
  }
}
