import type { InitialiseRequest } from '../../contracts/altinn-broker/wire.ts'
import type { Clock } from '../clock.ts'
import type { Call, Outgoing, Received } from '../http/outgoing.ts'
import { type Patience, patiently } from './patience.ts'
import type { Tokens } from './tokens.ts'

/** The operations of the broker (dsve.md 1.6), each asked again with patience, and once more when a token ran out. */
export interface Calls {
  search(query: Readonly<Record<string, string>>): Promise<Received>
  overview(id: string): Promise<Received>
  download(id: string): Promise<Received>
  confirm(id: string): Promise<Received>
  initialise(request: InitialiseRequest): Promise<Received>
  upload(id: string, payload: Uint8Array): Promise<Received>
  subscribe(wanted: object): Promise<Received>
}

export interface CallsOptions {
  /** Without a final slash. */
  readonly transfersUrl: string
  readonly subscriptionsUrl: string
  readonly tokens: Tokens
  readonly outgoing: Pick<Outgoing, 'send'>
  readonly clock: Clock
  readonly patience?: Patience
  /** What a token is asked for, by operation. Default: everything. */
  readonly scopeOf?: (operation: keyof Calls) => string | undefined
}

/** As one organisation, by its nine digits. */
export function callsAs(organisationNumber: string, options: CallsOptions): Calls {
  const { transfersUrl, subscriptionsUrl, tokens, outgoing, clock, patience, scopeOf = () => undefined } = options
  const call = async (operation: keyof Calls, url: string, request: Call = {}): Promise<Received> => {
    const once = async () => {
      const token = await tokens.tokenFor(organisationNumber, scopeOf(operation))
      return outgoing.send(url, { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } })
    }
    const first = await patiently(clock, once, patience)
    if (first.status !== 401) return first
    // Perhaps the token ran out on the way.
    tokens.forget(organisationNumber)
    return patiently(clock, once, patience)
  }
  const at = (id: string, what = '') => `${transfersUrl}/${id}${what}`
  return {
    search: (query) => call('search', `${transfersUrl}?${new URLSearchParams(query)}`),
    overview: (id) => call('overview', at(id)),
    download: (id) => call('download', at(id, '/download')),
    confirm: (id) => call('confirm', at(id, '/confirmdownload'), { method: 'POST' }),
    initialise: (request) => call('initialise', transfersUrl, json(request)),
    upload: (id, body) => call('upload', at(id, '/upload'), { method: 'POST', headers: bytes, body }),
    subscribe: (wanted) => call('subscribe', subscriptionsUrl, json(wanted)),
  }
}

const bytes = { 'content-type': 'application/octet-stream' }
const json = (body: unknown): Call => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

/** The answer, when it is one of those; otherwise rejects with an Error that says what was answered to what. */
export async function insist(what: string, answer: Promise<Received>, ...lawful: readonly number[]): Promise<Received> {
  const received = await answer
  if (lawful.includes(received.status)) return received
  throw new Refused(`Altinn Broker answered ${received.status} when ${what}: ${problemOf(received)}`, received.status)
}

/** The broker said no. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly status: number
  constructor(message: string, status: number) {
    super(message)
    this.status = status
  }
}

/** Code and sentence of a problem; never more of a body. */
export function problemOf({ body }: Received): string {
  try {
    const { code, detail, title } = JSON.parse(body.toString())
    return [code, detail ?? title].filter((one) => one !== undefined).join(' ')
  } catch {
    return 'no problem body'
  }
}

/** Number 10: somebody has confirmed it already, as this organisation (DSVE-021). */
export const isConfirmedAlready = (answer: Received): boolean =>
  answer.status === 400 && problemOf(answer).includes('00010')
