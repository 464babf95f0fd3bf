import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Verifier } from '@pact-foundation/pact'
import { Agent, request } from 'undici'
import type { Control } from '../../../contracts/control/protocol.ts'
import type { NoticeOrder } from '../../../contracts/konkursvarsel/notice.ts'
import { type StateValues, states } from './states.ts'

/** Where the provider is, and how it is called and steered. */
export interface Provider {
  /** Without a slash at the end. */
  readonly url: string
  /** PEM that its certificate chains to. */
  readonly trust: string
  /** PEM: with which it is called. */
  readonly certificate: string
  readonly key: string
  readonly control: Pick<Control, 'publish'>
}

/** Lets Pact's own verifier hold the contract against it. Rejects with what does not fit. */
export async function verifyPact(provider: Provider, file: string): Promise<void> {
  const door = await openDoor(provider)
  try {
    await new Verifier({
      provider: 'konkursvarsel',
      providerBaseUrl: door.url,
      pactUrls: [file],
      stateHandlers: stateHandlers(provider),
      logLevel: 'error',
    }).verifyProvider()
  } finally {
    await door.close()
  }
}

const time = '2026-01-05T09:00:00.000Z'
const before = '2026-01-05T08:59:59.999Z'

const orders = {
  opening: { uuid: '4b0e9d4e-6a5c-4a3f-8f6e-0d2f5a1b7c01', type: 'aapning', detail: { konkursgrunnlag: 'O' } },
  closing: {
    uuid: '4b0e9d4e-6a5c-4a3f-8f6e-0d2f5a1b7c02',
    type: 'avslutning',
    detail: { avslutningskode: 'M', innstillingsdato: '2026-01-05' },
  },
} as const
const nobodys = '4b0e9d4e-6a5c-4a3f-8f6e-0d2f5a1b7c03'

function stateHandlers({ control }: Provider) {
  const published = async (order: Pick<NoticeOrder, 'uuid' | 'type' | 'detail'>): Promise<StateValues & Values> => {
    const notice = { ...order, debtor: 'nobody', registreringstidspunkt: time, kjennelsesdato: '2026-01-05' } as const
    await control.publish({ publication: { notices: [notice] } })
    return { since: before, uuid: order.uuid }
  }
  const later: StateValues & Values = { since: '2099-01-01T00:00:00.000Z', uuid: nobodys }
  return {
    [states.withNotices]: () => published(orders.opening),
    [states.withOpening]: () => published(orders.opening),
    [states.withClosing]: () => published(orders.closing),
    [states.withNothingNew]: async () => later,
    [states.without]: async () => later,
  }
}
type Values = Readonly<Record<string, string>>

/** The verifier has no client certificate: it calls this, and this calls on with one. */
async function openDoor({ url, trust, certificate, key }: Provider) {
  const agent = new Agent({ connect: { ca: trust, cert: certificate, key } })
  const pass = async (asked: IncomingMessage, answer: ServerResponse) => {
    const headers = { accept: asked.headers.accept ?? '*/*' }
    const { statusCode, headers: given, body } = await request(`${url}${asked.url}`, { dispatcher: agent, headers })
    const type = [given['content-type'] ?? []].flat()[0]
    answer.writeHead(statusCode, type === undefined ? {} : { 'content-type': type })
    answer.end(await body.text())
  }
  const server = createServer((asked, answer) => {
    pass(asked, answer).catch(() => answer.writeHead(502).end())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      await Promise.all([agent.destroy(), new Promise((closed) => server.close(closed))])
    },
  }
}
