import { createServer, request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { createAuthority } from '../../mocks/pki/authority.ts'

/** A gateway that ends TLS with a certificate of its own, and passes everything on. */
export interface Gateway {
  readonly url: string
  /** PEM of whoever signed its certificate. */
  readonly rootPem: string
  /** `https://host:port` behind it. */
  passTo(origin: string): void
  close(): Promise<void>
}

export async function startGateway(): Promise<Gateway> {
  const authority = await createAuthority()
  const identity = await authority.server(['localhost'])
  let behind = ''
  const server = createServer({ cert: identity.certificatePem, key: identity.keyPem }, (incoming, answer) => {
    const { method, headers, url } = incoming
    const outgoing = request(behind + url, { method, headers, rejectUnauthorized: false }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(answer)
    })
    outgoing.on('error', () => answer.destroy())
    incoming.pipe(outgoing)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}`,
    rootPem: authority.rootPem,
    passTo: (origin) => {
      behind = origin
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
