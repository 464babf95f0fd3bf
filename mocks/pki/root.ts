import 'reflect-metadata'
import { createPrivateKey } from 'node:crypto'
import * as x509 from '@peculiar/x509'
import type { KeyAndCertificate } from '../../contracts/config/party-keys.ts'
import { checkPair } from './check-pair.ts'
import { createRoot, type Issuer } from './issue.ts'
import { privateKeyPem } from './names.ts'

/** The root of the test authority as it is kept between runs: it is what a bank has in its trust store. */

const ec = { name: 'ECDSA', namedCurve: 'P-256' } as const

export async function makeRoot(): Promise<KeyAndCertificate> {
  const keys = await crypto.subtle.generateKey(ec, true, ['sign', 'verify'])
  const root = await createRoot(keys)
  return { privateKey: await privateKeyPem(keys.privateKey), certificate: root.toString('pem') }
}

/** Throws when key and certificate do not belong together, or are of another kind than those that `makeRoot` makes. */
export async function readRoot(kept: KeyAndCertificate): Promise<Issuer> {
  checkPair('root', kept)
  const key = createPrivateKey(kept.privateKey)
  if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') {
    throw new Error('The kept key of root is not on the curve P-256; take "parties" out of the keystore for new ones')
  }
  const der = key.export({ type: 'pkcs8', format: 'der' })
  return {
    root: new x509.X509Certificate(kept.certificate),
    signingKey: await crypto.subtle.importKey('pkcs8', new Uint8Array(der), ec, false, ['sign']),
  }
}
