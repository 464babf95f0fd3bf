import { generateKeyPairSync } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Server } from 'node:https'
import type { TLSSocket } from 'node:tls'
import { listen } from '../http/listen.ts'
import { createAuthority, type TlsIdentity } from '../pki/authority.ts'
import { openElsewhere } from './elsewhere.ts'
import type { Scene } from './kind.ts'
import { hostileKind } from './kinds.ts'
import { openPassage, type Passage, type Upstream } from './pass-on.ts'

/** A bank that is hostile to chosen requests, alone or in front of another bank. */
export interface HostileOptions {
  /** One of `hostileIds`; another throws and names the nearest. */
  readonly kind: string
  readonly identity: TlsIdentity
  /** Where every other request goes; without it they get an empty 404. Can be told later with `passTo`. */
  readonly upstream?: Upstream
  /** Which requests meet hostility; the path is without its query. Default: the account list. */
  readonly appliesTo?: (method: string, path: string) => boolean
  /** PEM of a public key or certificate that sealed bodies are sealed to. Default: of nobody. */
  readonly sealTo?: string
  /** Default 127.0.0.1. */
  readonly host?: string
  /** Default 0: the system picks a free one. */
  readonly port?: number
}

export interface Hostile {
  /** `https://127.0.0.1:PORT`. */
  readonly url: string
  readonly baseUrl: string
  passTo(upstream: Upstream): void
  /** How many requests met hostility. */
  met(): number
  /** Connections to the place that answers point to, and that nobody may follow them to. */
  ledAstray(): number
  close(): Promise<void>
}

const basePath = '/v2'

export const everyRequest = (): boolean => true
const listCalls = (method: string, path: string): boolean => method === 'GET' && path.endsWith('/accounts')

export async function startHostile(options: HostileOptions): Promise<Hostile> {
  const kind = hostileKind(options.kind)
  const { identity, appliesTo = listCalls } = options
  const changes = kind.changesCertificate === true
  const stranger = changes ? await strangeIdentity() : identity
  const elsewhere = await openElsewhere()
  let passage: Passage | undefined = options.upstream && openPassage(options.upstream)
  let met = 0
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const path = (request.url ?? '').split('?')[0] ?? ''
    if (appliesTo(request.method ?? '', path)) {
      met += 1
      kind.act(request.socket as TLSSocket, scene)
    } else if (passage === undefined) response.writeHead(404, { 'Content-Length': 0 }).end()
    else passage.passOn(request, response, changes)
  }
  const listener = await listen(handle, {
    identity,
    name: 'The hostile bank',
    onClientError: (_error, socket) => socket.destroy(),
    ...(changes && { prepare: (server: Server) => alternate(server, identity, stranger) }),
    ...(options.host !== undefined && { host: options.host }),
    ...(options.port !== undefined && { port: options.port }),
  }).catch(async (error) => {
    await elsewhere.close()
    throw error
  })
  const baseUrl = listener.url + basePath
  const scene: Scene = { baseUrl, elsewhere: elsewhere.url, sealTo: () => options.sealTo ?? keyOfNobody() }
  return {
    url: listener.url,
    baseUrl,
    passTo: (upstream) => {
      passage?.close()
      passage = openPassage(upstream)
    },
    met: () => met,
    ledAstray: elsewhere.visits,
    close: async () => {
      passage?.close()
      await Promise.all([listener.close(), elsewhere.close()])
    },
  }
}

const keyOfNobody = (): string =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'pem' }).toString()

/** An identity for the same name, of an authority that nobody was told of. */
async function strangeIdentity(): Promise<TlsIdentity> {
  const authority = await createAuthority()
  return authority.server(['127.0.0.1', 'localhost'])
}

/** A connection takes the certificate that is in force when it begins; the change is for the next one. */
function alternate(server: Server, one: TlsIdentity, other: TlsIdentity): void {
  let connections = 0
  server.on('connection', () => {
    connections += 1
    const { certificatePem: cert, keyPem: key } = connections % 2 === 1 ? other : one
    server.setSecureContext({ cert, key, minVersion: 'TLSv1.2' })
  })
}
