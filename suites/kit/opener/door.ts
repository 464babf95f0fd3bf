import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { Agent, type Dispatcher, request } from 'undici'
import type { Headers } from '../../../contracts/report/evidence.ts'

/** A door for tools that cannot do TLS as a party wants it: plain HTTP on loopback, which calls on with what is needed. */
export interface Door {
  /** `http://127.0.0.1:PORT` */
  readonly url: string
  close(): Promise<void>
}

export interface Behind {
  /** Without a slash at the end. */
  readonly url: string
  /** PEM that its certificate chains to. */
  readonly trust: string
  /** PEM: with which it is called, where it wants to know. */
  readonly certificate?: string
  readonly key?: string
  /** Headers that are put in place of what the tool sends. */
  readonly headers?: () => Promise<Headers>
}

/** What is passed on of a question, and of an answer: what they hold, and nothing of the connection. */
const asked = ['accept', 'content-type', 'authorization', 'range'] as const
const answered = ['content-type', 'content-disposition', 'content-range'] as const

export async function openDoor({ url, trust, certificate, key, headers: own }: Behind): Promise<Door> {
  const client = certificate === undefined || key === undefined ? {} : { cert: certificate, key }
  const agent = new Agent({ connect: { ca: trust, ...client } })
  const pass = async (question: IncomingMessage, answer: ServerResponse) => {
    const body = await buffer(question)
    const given = await request(`${url}${question.url}`, {
      dispatcher: agent,
      method: (question.method ?? 'GET') as Dispatcher.HttpMethod,
      headers: { ...only(asked, question.headers), ...(await own?.()) },
      ...(body.length === 0 ? {} : { body }),
    })
    answer.writeHead(given.statusCode, only(answered, given.headers))
    answer.end(await buffer(given.body))
  }
  const server = createServer((question, answer) => {
    pass(question, answer).catch(() => answer.writeHead(502).end())
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

function only(names: readonly string[], headers: Readonly<Record<string, string | readonly string[] | undefined>>) {
  const found = names.flatMap((name) => {
    const [value] = [headers[name] ?? []].flat()
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(found)
}
