import type { TokenIssuer } from '../contracts/control/protocol.ts'
import { createTraffic } from './http/traffic.ts'
import { type Maskinporten, startMaskinporten } from './maskinporten/maskinporten.ts'
import { registrationOf } from './registration.ts'
import type { Setting } from './setting.ts'

/** The issuers beside Maskinporten of the test environment: another environment's, and one whom nobody trusts. */
export type OtherIssuers = Readonly<Record<Exclude<TokenIssuer, 'test'>, Maskinporten>>

/**
 * Each has metadata and keys of its own at an address of its own: a bank that asks whoever a token names finds them.
 * What reaches them is no traffic of the public parties.
 */
export async function startOtherIssuers({ address, ports, authority, agencies, keys }: Setting): Promise<OtherIssuers> {
  const start = (name: keyof OtherIssuers) =>
    startMaskinporten({
      ...address,
      port: ports[`${name}-issuer`] ?? 0,
      traffic: createTraffic(),
      trustedRoots: [authority.rootPem],
      ...registrationOf(agencies),
      keys: { first: keys.issuers[name] },
    })
  const production = await start('production')
  const other = await start('other').catch(async (error) => {
    await production.close()
    throw error
  })
  return { production, other }
}
