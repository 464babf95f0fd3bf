import 'reflect-metadata'
import { createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import * as x509 from '@peculiar/x509'

/** Keys outside every key set, made once per process when one is first needed, and what a forger says of them. */

const generate = promisify(generateKeyPair)
const keys = new Map<string, Promise<KeyObject>>()

/** RSA, or of a curve that Node knows by this name. */
export function nobodysKey(namedCurve?: string): Promise<KeyObject> {
  const kind = namedCurve ?? 'RSA'
  const made = keys.get(kind) ?? make(namedCurve)
  keys.set(kind, made)
  return made
}

async function make(namedCurve: string | undefined): Promise<KeyObject> {
  const pair =
    namedCurve === undefined ? await generate('rsa', { modulusLength: 2048 }) : await generate('ec', { namedCurve })
  return pair.privateKey
}

/** RFC 7515 §4.1.3: a bank that takes the header's word verifies with whatever key it brings along. */
export async function nobodysJwk(): Promise<{ readonly jwk: object }> {
  return { jwk: createPublicKey(await nobodysKey()).export({ format: 'jwk' }) }
}

/** RFC 7515 §4.1.6, with a certificate that nobody but the forger has signed. */
export async function nobodysCertificate(): Promise<{ readonly x5c: readonly string[] }> {
  certificate ??= selfSigned()
  return { x5c: [await certificate] }
}

let certificate: Promise<string> | undefined

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const

async function selfSigned(): Promise<string> {
  const key = await nobodysKey()
  const privateDer = key.export({ type: 'pkcs8', format: 'der' })
  const publicDer = createPublicKey(key).export({ type: 'spki', format: 'der' })
  const made = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=Maskinporten',
    keys: {
      privateKey: await crypto.subtle.importKey('pkcs8', privateDer, algorithm, false, ['sign']),
      publicKey: await crypto.subtle.importKey('spki', publicDer, algorithm, true, ['verify']),
    },
    signingAlgorithm: algorithm,
  })
  return Buffer.from(made.rawData).toString('base64')
}
