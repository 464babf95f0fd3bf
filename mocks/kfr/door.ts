import type { RequestListener } from 'node:http'
import type { Server } from 'node:https'
import type { Presentation } from '../brreg/moods.ts'
import { type Connections, watchConnections } from '../brreg/tls/connections.ts'
import type { Presentations } from '../brreg/tls/presentations.ts'
import { whyNoHandshake } from '../http/handshakes.ts'
import { listen } from '../http/listen.ts'
import { answerPlainHttpToo } from '../http/plain-http.ts'
import type { Traffic } from '../http/traffic.ts'
import type { TlsIdentity } from '../pki/authority.ts'

/** A socket whose certificate can be changed while it listens. */
export interface Door {
  readonly url: string
  /** From the next connection on. Every connection is ended, so that the next request needs a new one. */
  present(how: Presentation | 'lawful'): Promise<void>
  close(): Promise<void>
}

export interface DoorOptions {
  readonly identity: TlsIdentity
  readonly host?: string
  readonly publicHost?: string
  readonly port?: number
  readonly traffic: Traffic
  readonly presentations: Presentations
  readonly answersPlainHttp: boolean
  readonly speaksOldTls: boolean
}

/** TLS 1.0 and 1.1 with what was good enough then. */
const oldTls = { minVersion: 'TLSv1', ciphers: 'DEFAULT:@SECLEVEL=0' } as const

export async function openDoor(handler: RequestListener, options: DoorOptions): Promise<Door> {
  const { presentations, traffic, answersPlainHttp, speaksOldTls, ...address } = options
  const opened = Promise.withResolvers<{ server: Server; connections: Connections }>()
  const listener = await listen(handler, {
    ...address,
    name: 'Kundeforholdsregisteret',
    prepare(server) {
      server.setSecureContext(speaksOldTls ? { ...presentations.lawful, ...oldTls } : presentations.lawful)
      if (answersPlainHttp) answerPlainHttpToo(server, handler)
      const connections = watchConnections(server, {
        refuseWithoutCertificate: false,
        onNoRequest: (_tls, reason) => tellNoRequest(traffic, reason),
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

/** A connection on which nothing was asked. `reason` is null where TLS was agreed on. */
function tellNoRequest(traffic: Traffic, reason: string | null): void {
  traffic.record({
    party: 'kfr',
    at: new Date().toISOString(),
    method: 'TLS',
    path: '',
    status: 0,
    said: reason === null ? 'the caller ended the connection before it asked anything' : whyNoHandshake(reason),
    kfr: { operation: 'handshake', token: null, problems: [] },
  })
}
