import type { RequestListener } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { createAuthority } from '../../../mocks/pki/authority.ts'

/** HTTPS servers of a few lines on this machine, and the root that whoever asks them has to trust. */

const authority = await createAuthority()
export const root = authority.rootPem
export const identity = await authority.server(['127.0.0.1'])

export interface Served {
  readonly origin: string
  /** Ends every connection too. */
  close(): Promise<void>
}

export async function serve(handler: RequestListener): Promise<Served> {
  const server = createServer({ cert: identity.certificatePem, key: identity.keyPem }, handler)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
