import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { parse, stringify } from 'yaml'
import type { Config } from '../../contracts/config/config.ts'
import { createAuthority } from '../../mocks/pki/authority.ts'

/** Turns a configuration towards a server that takes every question and answers none. */
export async function silence(config: string): Promise<{ readonly config: string; close(): Promise<void> }> {
  const authority = await createAuthority()
  const identity = await authority.server(['127.0.0.1'])
  const server = createServer({ cert: identity.certificatePem, key: identity.keyPem }, () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const told = parse(readFileSync(config, 'utf8')) as Config
  const turned = {
    ...told,
    baseUrl: `https://127.0.0.1:${(server.address() as AddressInfo).port}/v2`,
    trust: [authority.rootPem],
  }
  const path = config.replace(/\.yaml$/, '-silent.yaml')
  writeFileSync(path, stringify(turned))
  return {
    config: path,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
