import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import type { Server } from 'node:https'
import type { TLSSocket } from 'node:tls'
import type { BrregSighting } from '../../contracts/konkursvarsel/sighting.ts'
import { callerOf, noConnection } from './caller.ts'

/** The connections to a server: those that never come to a request are told, and all can be ended. */
export interface Connections {
  /**
   * Ends every connection, so that whoever comes again begins a new one; done when the callers have taken note of it, or
   * after a moment.
   */
  end(): Promise<void>
}

export interface ConnectionsOptions {
  /** Ends a connection without a client certificate before anything is asked. */
  readonly refuseWithoutCertificate: boolean
  /** `reason`: OpenSSL's or the system's code; null where TLS was agreed on and nothing was asked then. */
  readonly onNoRequest: (tls: BrregSighting['tls'], reason: string | null) => void
}

export function watchConnections(server: Server, options: ConnectionsOptions): Connections {
  const open = new Set<TLSSocket>()
  const asked = new WeakSet<object>()
  server.prependListener('secureConnection', (socket: TLSSocket) => {
    const caller = callerOf(socket)
    open.add(socket)
    socket.once('close', () => {
      open.delete(socket)
      if (!asked.has(socket)) options.onNoRequest(caller, null)
    })
    if (caller.certificate === null && options.refuseWithoutCertificate) socket.destroy()
  })
  server.prependListener('request', ({ socket }: IncomingMessage) => asked.add(socket))
  server.prependListener('clientError', (_error, socket) => asked.add(socket))
  server.on('tlsClientError', (error: NodeJS.ErrnoException) =>
    options.onNoRequest(noConnection, error.code ?? error.message),
  )
  return {
    async end() {
      // What was asked or not asked on a connection that we end tells nothing of the caller.
      for (const socket of open) asked.add(socket)
      await Promise.all([...open].map(ended))
    },
  }
}

const momentMs = 500

/** A caller that is not told first would put its next request on a connection that is gone. */
function ended(socket: TLSSocket): Promise<unknown> {
  const gone = once(socket, 'close')
  const impatience = setTimeout(() => socket.destroy(), momentMs)
  socket.once('close', () => clearTimeout(impatience))
  socket.end()
  return gone
}
