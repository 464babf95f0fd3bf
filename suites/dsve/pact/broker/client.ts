import { buffer } from 'node:stream/consumers'
import { type Dispatcher, request } from 'undici'
import { dsveResources } from '../../../../contracts/altinn-broker/statuses.ts'
import type { InitialiseRequest, Overview } from '../../../../contracts/altinn-broker/wire.ts'

/** A small client of Altinn Broker, as a bank has one: the contract says what it sends, and what it reads. */
export interface Client {
  /** A token of Altinn for the one of Maskinporten that the client has. */
  exchange(): Promise<string>
  /** Ids of what is published for the bank and was not begun yet, the oldest first. */
  waiting(): Promise<readonly string[]>
  overview(id: string): Promise<Overview>
  download(id: string): Promise<Buffer>
  /** Once it is stored. Whoever confirms twice is told that it was done already, which is as good. */
  confirm(id: string): Promise<'confirmed' | 'confirmed before'>
  initialise(reply: InitialiseRequest): Promise<string>
  /** `spent`: nothing can be uploaded to this transfer any more, and another one has to be made. */
  upload(id: string, payload: Uint8Array): Promise<'uploaded' | 'spent'>
}

const transfers = '/broker/api/v1/filetransfer'
export const paths = {
  exchange: '/authentication/api/v1/exchange/maskinporten',
  transfers,
  overview: (id: string) => `${transfers}/${id}`,
  download: (id: string) => `${transfers}/${id}/download`,
  confirm: (id: string) => `${transfers}/${id}/confirmdownload`,
  upload: (id: string) => `${transfers}/${id}/upload`,
} as const

/** What the bank looks for (DSVE-012). */
export const search = {
  resourceId: dsveResources.test,
  status: 'Published',
  recipientStatus: 'Initialized',
  role: 'Recipient',
  orderAscending: 'true',
} as const

export const json = { Accept: 'application/json' } as const
export const octets = 'application/octet-stream'
/** With which a second confirmation, and nothing else, is refused. */
export const confirmedBefore = 'BRO-00010'

const longestWaitMs = 10_000

interface Call {
  readonly method?: Dispatcher.HttpMethod
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

/** `token`: of Maskinporten, or what was exchanged for it. Rejects with what was answered to what. */
export function clientAt(baseUrl: string, token: string): Client {
  const call = async (path: string, { headers, ...rest }: Call, ...lawful: readonly number[]) => {
    const { statusCode, body } = await request(`${baseUrl}${path}`, {
      ...rest,
      headers: { ...headers, Authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(longestWaitMs),
    })
    const bytes = await buffer(body)
    if (!lawful.includes(statusCode)) throw new Error(`${rest.method ?? 'GET'} ${path} was answered ${statusCode}`)
    return { status: statusCode, bytes, value: () => JSON.parse(bytes.toString()) }
  }
  return {
    exchange: async () => (await call(paths.exchange, {}, 200)).bytes.toString(),
    waiting: async () =>
      (await call(`${paths.transfers}?${new URLSearchParams(search)}`, { headers: json }, 200)).value(),
    overview: async (id) => (await call(paths.overview(id), { headers: json }, 200)).value(),
    download: async (id) => (await call(paths.download(id), { headers: { Accept: octets } }, 200)).bytes,
    async confirm(id) {
      // The interface answers 204, its documentation says 200.
      const answer = await call(paths.confirm(id), { method: 'POST' }, 200, 204, 400)
      if (answer.status !== 400) return 'confirmed'
      if (answer.value().code !== confirmedBefore) throw new Error('the confirmation was refused')
      return 'confirmed before'
    },
    async initialise(reply) {
      const headers = { ...json, 'Content-Type': 'application/json' }
      return (await call(paths.transfers, { method: 'POST', headers, body: JSON.stringify(reply) }, 200)).value()
        .fileTransferId
    },
    async upload(id, payload) {
      const headers = { ...json, 'Content-Type': octets }
      const { status } = await call(paths.upload(id), { method: 'POST', headers, body: payload }, 200, 409)
      return status === 200 ? 'uploaded' : 'spent'
    },
  }
}
