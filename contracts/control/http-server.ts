import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, isIPv6 } from 'node:net'
import { ControlError, type ControlErrorKind } from './control-error.ts'
import { bearerCheck, fromThisMachine, requireOptions } from './http-guard.ts'
import { isControlCall, performCall, requestCap, requestOf, tooLarge } from './perform.ts'
import { type Control, controlCalls } from './protocol.ts'
import type { ControlCall } from './shapes.ts'

interface ServeOptions {
  /** Default 127.0.0.1. Any other than loopback needs a token of 32 characters or more, and TLS in front of it. */
  readonly host?: string
  /** Default 0: any free one. */
  readonly port?: number
  /**
   * What callers must send as `Authorization: Bearer`; printable ASCII without blanks. Only on loopback may it be left
   * out: then every program of this machine may call, and no page in a browser.
   */
  readonly token?: string
}

export interface ServedControl {
  /** Without a final slash. */
  readonly url: string
  close(): Promise<void>
}

/**
 * Serves the control calls at `POST /control/<call>`, never on a party's public listener.
 * Errors are JSON: `{ "error": { "kind", "message" } }`. Rejects when the options are wrong or the address is taken.
 */
export async function serveControl(control: Control, options: ServeOptions): Promise<ServedControl> {
  const { host = '127.0.0.1', port = 0, token } = options
  requireOptions(host, port, token)
  const accepts = token === undefined ? null : bearerCheck(token)
  const server = createServer((request, response) => {
    answer(control, accepts, request)
      .then((value) => send(response, 200, value))
      .catch((error: unknown) => sendError(response, error))
  })
  await listening(server, host, port)
  const { port: bound } = server.address() as AddressInfo
  return { url: `http://${isIPv6(host) ? `[${host}]` : host}:${bound}`, close: () => closed(server) }
}

async function answer(control: Control, accepts: ReturnType<typeof bearerCheck> | null, request: IncomingMessage) {
  // The token first: who has none learns nothing, not even which calls there are.
  if (accepts !== null && !accepts(request.headers.authorization)) throw new Refusal(401, 'unauthorised', unauthorised)
  if (accepts === null && !fromThisMachine(request.headers)) throw new Refusal(403, 'unauthorised', foreign)
  const call = callOf(request)
  return performCall(control, call, requestOf(call, await bodyOf(request, call)))
}

const unauthorised = 'no valid control token; send Authorization: Bearer with the token that the party was started with'

const foreign =
  'without a token the control protocol is for programs of this machine; call it by 127.0.0.1, and not from a page'

function callOf({ method, url = '' }: IncomingMessage): ControlCall {
  const name = /^\/control\/([^/?]*)$/.exec(url)?.[1] ?? ''
  if (!isControlCall(name)) {
    const known = controlCalls.map((call) => `POST /control/${call}`).join(', ')
    throw new Refusal(404, 'unknown-call', `there is no such control call; known are ${known}`)
  }
  if (method !== 'POST') throw new Refusal(405, 'unknown-call', `control call ${name} is asked with POST`)
  return name
}

function bodyOf(request: IncomingMessage, call: ControlCall): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= requestCap) chunks.push(chunk)
      // What follows is read and thrown away, so that the caller can read why.
      else reject(tooLarge(`control call ${call}`))
    })
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    request.on('error', reject)
  })
}

/** An error that has a status of its own. */
class Refusal extends ControlError {
  readonly status: number

  constructor(status: number, kind: ControlErrorKind, message: string) {
    super(kind, message)
    this.status = status
  }
}

const statusOf: Readonly<Partial<Record<ControlErrorKind, number>>> = { invalid: 400, 'too-large': 413 }
const headersOf: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  401: { 'www-authenticate': 'Bearer' },
  405: { allow: 'POST' },
  413: { connection: 'close' },
}

function sendError(response: ServerResponse, error: unknown): void {
  const told = error instanceof ControlError ? error : new ControlError('failed', 'the control call broke off')
  const status = told instanceof Refusal ? told.status : (statusOf[told.kind] ?? 500)
  send(response, status, { error: { kind: told.kind, message: told.message } })
}

function send(response: ServerResponse, status: number, value: unknown): void {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store', ...headersOf[status] }
  response.writeHead(status, headers).end(JSON.stringify(value))
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(host, port, error)))
    server.listen(port, host, resolve)
  })
}

function cannotListen(host: string, port: number, { code, message }: NodeJS.ErrnoException): Error {
  const remedies: Readonly<Record<string, string>> = {
    EADDRINUSE: 'the port is taken; stop what uses it or choose another (0 picks a free one)',
    EACCES: 'this user may not open the port; choose one above 1023',
    EADDRNOTAVAIL: 'this machine has no such address; listen on 127.0.0.1 or on one that it has',
    ENOTFOUND: 'the host is not known; give an address, for example 127.0.0.1',
  }
  return new Error(`control server: cannot listen on ${host}:${port}: ${remedies[code ?? ''] ?? message}`)
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
