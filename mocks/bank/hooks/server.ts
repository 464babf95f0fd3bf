import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { hookNames } from '../../../contracts/hooks/protocol.ts'
import { listen } from '../../http/listen.ts'
import type { TlsIdentity } from '../../pki/authority.ts'
import { Failure } from '../konkursvarsel/model.ts'
import { type Handlers, Unknown } from './handlers.ts'
import { problemOf } from './shapes.ts'

/** The hooks of the reference bank's test environment (contracts/hooks/protocol.ts), on a socket of their own. */
export interface HooksServer {
  /** No slash at the end; a hook is called at its name below. */
  readonly url: string
  close(): Promise<void>
}

interface HooksOptions {
  readonly identity: TlsIdentity
  readonly token: string
  /** One that is left out is not offered. */
  readonly handlers: Partial<Handlers>
  /** Default: the reference bank. */
  readonly bank?: string
  readonly host?: string
  readonly port?: number
}

export async function serveHooks({
  handlers,
  token,
  bank = 'the reference bank',
  ...address
}: HooksOptions): Promise<HooksServer> {
  const listener = await listen(
    (request, response) => {
      answer(request, handlers, token).then(
        ({ status, body }) => send(response, status, body),
        () => send(response, 500, { error: 'the hook failed' }),
      )
    },
    { ...address, name: `The hooks of ${bank}` },
  )
  return { url: `${listener.url}/hooks`, close: () => listener.close() }
}

interface Reply {
  readonly status: number
  readonly body: object
}

const refused = (status: number, error: string): Reply => ({ status, body: { error } })

async function answer(request: IncomingMessage, handlers: Partial<Handlers>, token: string): Promise<Reply> {
  if (!isAllowed(request, token)) return refused(401, 'give the token of the hooks as a bearer token')
  const offered = hookNames.filter((one) => handlers[one] !== undefined)
  const name = offered.find((one) => request.url === `/hooks/${one}`)
  if (name === undefined) return refused(404, `the hooks are ${offered.join(', ')}, below /hooks`)
  if (request.method !== 'POST') return refused(405, 'a hook is called with POST')
  const asked = await readJson(request)
  const problem = problemOf(name, asked)
  if (problem !== null) return refused(400, problem)
  try {
    return { status: 200, body: await (handlers[name] as (asked: unknown) => Promise<object>)(asked) }
  } catch (error) {
    if (error instanceof Unknown) return refused(404, error.message)
    if (error instanceof Failure) return refused(503, error.message)
    throw error
  }
}

function isAllowed({ headers }: IncomingMessage, token: string): boolean {
  const given = Buffer.from(headers.authorization ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

const largest = 65_536

/** Undefined where it is no JSON, or too large. */
async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > largest) return undefined
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString())
  } catch {
    return undefined
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
}
