import { createPublicKey, X509Certificate } from 'node:crypto'
import type { Context } from '../../mocks/bank/kontrollinformasjon/context.ts'
import { sealPolicy } from '../../mocks/bank/kontrollinformasjon/parts/seal.ts'
import { verifiedPayload } from '../../mocks/bank/kontrollinformasjon/token/compact.ts'
import { headerOf } from '../../mocks/bank/kontrollinformasjon/token/signature.ts'
import { makePartyKeys } from '../../mocks/keys.ts'
import { startParties } from '../../mocks/parties.ts'
import { benchOptions, listed } from './bench.ts'
import { referenceTarget } from './reference.ts'

/** What a sealed answer costs when there is nothing around it: no HTTP, no rules, no data. */
interface Cryptography {
  /** Verifies the token of a lawful call. */
  verify(): void
  /** Seals the body that the bank gives to that call. */
  seal(): Promise<string>
}

/** The operations of the reference bank itself, on a token and a body of its own. */
export async function cryptographyAlone(): Promise<Cryptography> {
  const keys = await makePartyKeys()
  const target = await referenceTarget({ ...benchOptions, parties: await startParties({ keys }), withoutTls: true })
  const { url, headers } = await listed(target, 'application/json').question()
  const body = new Uint8Array(await (await fetch(url, { headers })).arrayBuffer())
  const token = headers.Authorization?.replace('Bearer ', '') ?? ''
  const header = headerOf(token)
  const issuer = createPublicKey(keys.issuers.test)
  const recipient = new X509Certificate(keys.consumer.certificate).publicKey
  const nothing = {} as Context
  return {
    verify: () => verifiedPayload(token, header, issuer),
    seal: () => sealPolicy.encrypt(body, recipient, nothing),
  }
}
