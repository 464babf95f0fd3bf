import type { RequestListener } from 'node:http'
import type { Server } from 'node:https'
import { type ListenOptions, listen } from '../http/listen.ts'
import type { TlsIdentity } from '../pki/authority.ts'
import { type Connections, type ConnectionsOptions, watchConnections } from './connections.ts'
import type { Presentation, Presentations } from './presentations.ts'

/** A socket whose certificate can be changed while it listens. */
export interface Door {
  readonly url: string
  /** From the next connection on. Every connection is ended, so that the next request needs a new one. */
  present(how: Presentation | 'lawful'): Promise<void>
  close(): Promise<void>
}

/** Where it is, and as whom it listens. */
interface DoorAddress extends Pick<ListenOptions, 'host' | 'publicHost' | 'port'> {
  readonly identity: TlsIdentity
}

export interface DoorOptions
  extends DoorAddress,
    Pick<ListenOptions, 'name' | 'asksForCertificate' | 'onClientError' | 'prepare'>,
    ConnectionsOptions {
  readonly presentations: Presentations
}

/** Of the options of a party, those. */
export const addressIn = ({ identity, host, publicHost, port }: DoorAddress): DoorAddress => ({
  identity,
  ...(host === undefined ? {} : { host }),
  ...(publicHost === undefined ? {} : { publicHost }),
  ...(port === undefined ? {} : { port }),
})

export async function openDoor(handler: RequestListener, options: DoorOptions): Promise<Door> {
  const { presentations, refuseWithoutCertificate, onNoRequest, prepare, ...listening } = options
  const opened = Promise.withResolvers<{ server: Server; connections: Connections }>()
  const listener = await listen(handler, {
    ...listening,
    prepare(server) {
      server.setSecureContext(presentations.lawful)
      prepare?.(server)
      opened.resolve({ server, connections: watchConnections(server, { refuseWithoutCertificate, onNoRequest }) })
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
