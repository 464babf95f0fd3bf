import type { IncomingMessage } from 'node:http'
import type { Server } from 'node:https'
import type { TLSSocket } from 'node:tls'
import type { BrregSighting } from '../../../contracts/konkursvarsel/sighting.ts'
import { callerOf, noConnection } from './caller.ts'

/** The connections to a server: those that never come to a request are told, and all can be ended. */
export interface Connections {
  /** Ends every connection, so that whoever comes again begins a new one. */
  end(): void
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
    end() {
      for (const socket of open) {
        // Ended by us: what was asked or not asked on it tells nothing of the caller.
        asked.add(socket)
        socket.destroy()
      }
    },
  }
}
