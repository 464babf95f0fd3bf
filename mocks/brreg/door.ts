import type { RequestListener } from 'node:http'
import type { Server } from 'node:https'
import type { Duplex } from 'node:stream'
import { listen } from '../http/listen.ts'
import type { Traffic } from '../http/traffic.ts'
import type { TlsIdentity } from '../pki/authority.ts'
import type { Manners } from './manners.ts'
import type { Presentation } from './moods.ts'
import { tellNoRequest, tellUnreadable } from './sightings.ts'
import { type Connections, watchConnections } from './tls/connections.ts'
import type { Presentations } from './tls/presentations.ts'

/** A socket with mutual TLS, whose certificate can be changed while it listens. */
interface Door {
  readonly url: string
  /** From the next connection on. Every connection is ended, so that the next request needs a new one. */
  present(how: Presentation | 'lawful'): Promise<void>
  close(): Promise<void>
}

interface DoorOptions {
  readonly identity: TlsIdentity
  readonly host: string
  readonly publicHost?: string
  readonly port: number
  readonly traffic: Traffic
  readonly presentations: Presentations
  readonly manners: Manners
}

export async function openDoor(handler: RequestListener, options: DoorOptions): Promise<Door> {
  const { presentations, traffic, manners, identity, host, publicHost, port } = options
  const opened = Promise.withResolvers<{ server: Server; connections: Connections }>()
  const listener = await listen(handler, {
    identity,
    host,
    port,
    ...(publicHost === undefined ? {} : { publicHost }),
    name: 'Brreg',
    asksForCertificate: true,
    onClientError: (error: NodeJS.ErrnoException, socket: Duplex) => tellUnreadable(traffic, error, socket),
    prepare(server) {
      server.setSecureContext(presentations.lawful)
      const connections = watchConnections(server, {
        refuseWithoutCertificate: manners.withoutCertificate === 'no-connection',
        onNoRequest: (tls, reason) => tellNoRequest(traffic, tls, reason),
      })
      opened.resolve({ server, connections })
    },
  })
  const { server, connections } = await opened.promise
  return {
    url: listener.url,
    async present(how) {
      server.setSecureContext(presentations[how])
      await connections.end()
    },
    async close() {
      const ending = connections.end()
      await listener.close()
      await ending
    },
  }
}
