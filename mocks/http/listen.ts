import { createServer as createPlainServer, type Server as PlainServer, type RequestListener } from 'node:http'
import { createServer, Server } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { isIPv6 } from 'node:net'
import type { Duplex } from 'node:stream'
import type { TlsIdentity } from '../pki/authority.ts'
import type { Messages } from './messages.ts'

/** One socket that somebody listens on. */
export interface Listener {
  /** `https://127.0.0.1:PORT`, or `http:` without TLS; without a final slash. */
  readonly url: string
  readonly port: number
  /** Ends the socket and every connection on it, idle or busy. */
  close(): Promise<void>
}

/** Where to listen, and as whom. */
export interface Address {
  /** Null listens without TLS, and then for callers on this machine alone: tokens are not for the open network. */
  readonly identity: TlsIdentity | null
  /** Default 127.0.0.1. */
  readonly host?: string
  /** Default 0: the system picks a free one. */
  readonly port?: number
  /** The name by which callers reach it, when that is not the host. */
  readonly publicHost?: string
  /** Is told of every caller with whom no TLS connection came about, and why, as OpenSSL calls it. */
  readonly onNoHandshake?: (code: string) => void
}

export interface ListenOptions extends Address {
  /** The party that listens, for messages. */
  readonly name: string
  /** What to answer to bytes that are not HTTP, or to headers that are too large. Default: a bare status line. */
  readonly onClientError?: (error: NodeJS.ErrnoException, socket: Duplex) => void
  /** Asks callers for a certificate, and lets in whoever has none or another one too: who may stay is the handler's matter. */
  readonly asksForCertificate?: boolean
  /** Default: those of Node. */
  readonly messages?: Messages
  /** The last touch before it opens. */
  readonly prepare?: (server: Server) => void
}

type AnyServer = Server | PlainServer

export class PortTaken extends Error {
  override readonly name = 'PortTaken'
  readonly party: string
  readonly port: number

  constructor(party: string, host: string, port: number) {
    super(
      `${party} cannot listen on ${host}:${port}: the port is taken. Stop whoever uses it, or give it another port (0 picks a free one).`,
    )
    this.party = party
    this.port = port
  }
}

/** Listens, with TLS 1.2 or newer where there is an identity. Throws `PortTaken`, or the system's own error with the party's name in front. */
export async function listen(handler: RequestListener, options: ListenOptions): Promise<Listener> {
  const { identity, host = '127.0.0.1', port = 0, name, onClientError = answerBare } = options
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`${name} cannot listen on port ${port}: a port is a whole number from 0 to 65535`)
  }
  if (identity === null && !isThisMachine(host)) {
    throw new Error(`${name} cannot listen on ${host} without TLS: that is for this machine alone, 127.0.0.1 or ::1`)
  }
  const server =
    identity === null
      ? createPlainServer({ ...common, ...options.messages }, handler)
      : secureServer(identity, handler, options)
  server.on('checkExpectation', handler)
  server.on('connect', (_request, socket) => onClientError(new Error('CONNECT is not served'), socket))
  server.on('clientError', onClientError)
  const sockets = track(server)
  if (server instanceof Server) options.prepare?.(server)
  await opened(server, { host, port, name })
  const bound = (server.address() as AddressInfo).port
  let closing: Promise<void> | undefined
  return {
    url: `${identity === null ? 'http' : 'https'}://${options.publicHost ?? reachable(host)}:${bound}`,
    port: bound,
    close() {
      closing ??= closed(server, sockets)
      return closing
    },
  }
}

/** What Node would refuse by itself, without a body, is the handler's to refuse in the party's own form. */
export const common = { requireHostHeader: false } as const

function secureServer(
  { certificatePem: cert, keyPem: key }: TlsIdentity,
  handler: RequestListener,
  { onNoHandshake, asksForCertificate, messages }: ListenOptions,
): Server {
  const asks = asksForCertificate === true ? { requestCert: true, rejectUnauthorized: false } : {}
  const server = createServer({ ...common, ...messages, ...asks, cert, key, minVersion: 'TLSv1.2' }, handler)
  server.on('tlsClientError', (error: NodeJS.ErrnoException) => onNoHandshake?.(error.code ?? error.message))
  return server
}

const isThisMachine = (host: string) => /^(127\.\d+\.\d+\.\d+|::1|localhost)$/.test(host)

function opened(server: AnyServer, { host, port, name }: { host: string; port: number; name: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => reject(explained(error))
    const explained = (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE'
        ? new PortTaken(name, host, port)
        : new Error(`${name} cannot listen on ${host}:${port}: ${error.message}`, { cause: error })
    server.once('error', failed)
    server.listen(port, host, () => {
      server.off('error', failed)
      resolve()
    })
  })
}

/** Every open socket, also one whose TLS handshake never ends: the HTTP server itself does not count those. */
function track(server: AnyServer): ReadonlySet<Socket> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  return sockets
}

/** Without ending the sockets too, a caller that keeps one alive would hold the process. */
function closed(server: AnyServer, sockets: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    for (const socket of sockets) socket.destroy()
  })
}

/** An address that means "all interfaces" is no place to call. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return isIPv6(host) ? `[${host}]` : host
}

function answerBare(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request'
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
