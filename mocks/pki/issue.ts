import 'reflect-metadata'
import { randomBytes, type webcrypto } from 'node:crypto'
import { isIP } from 'node:net'
import { domainToASCII } from 'node:url'
import * as x509 from '@peculiar/x509'
import { rootName } from './names.ts'

/** How the authority makes certificates (RFC 5280). */

export const hour = 3_600_000
export const year = 365 * 24 * hour

/** Of the keys of enterprises. */
export const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: 'SHA-256',
} as const

const signing = { name: 'ECDSA', hash: 'SHA-256' } as const

export interface Issuer {
  readonly root: x509.X509Certificate
  readonly signingKey: webcrypto.CryptoKey
}

export interface Issue {
  readonly subject: x509.JsonNameParams
  readonly publicKey: webcrypto.CryptoKey
  readonly notBefore: Date
  readonly notAfter: Date
  readonly extensions: readonly x509.Extension[]
}

export async function issueCertificate({ root, signingKey }: Issuer, request: Issue): Promise<x509.X509Certificate> {
  return x509.X509CertificateGenerator.create({
    serialNumber: newSerial(),
    subject: new x509.Name(request.subject),
    issuer: root.subjectName,
    notBefore: request.notBefore,
    notAfter: request.notAfter,
    publicKey: request.publicKey,
    signingKey,
    signingAlgorithm: signing,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      ...request.extensions,
      await x509.SubjectKeyIdentifierExtension.create(request.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(root.publicKey),
    ],
  })
}

export async function createRoot(keys: webcrypto.CryptoKeyPair): Promise<x509.X509Certificate> {
  return x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: newSerial(),
    name: new x509.Name(rootName),
    notBefore: new Date(Date.now() - hour),
    notAfter: new Date(Date.now() + 10 * year),
    keys,
    signingAlgorithm: signing,
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
}

/** RFC 5280 §4.1.2.2: positive and never zero, so the first bit is off and the second is on. Hexadecimal. */
const newSerial = () => `4${randomBytes(16).toString('hex').slice(1)}`

export function alternativeName(name: string): x509.JsonGeneralName {
  if (isIP(name)) return { type: 'ip', value: name }
  const ascii = domainToASCII(name)
  if (ascii === '')
    throw new Error(`"${name}" is neither a host name nor an IP address; a server certificate needs one`)
  return { type: 'dns', value: ascii }
}

/** RFC 5280 appendix A.1: a common name holds at most 64 characters. Clients read the alternative names anyway. */
export function commonName([first]: readonly string[]): string {
  if (first === undefined) throw new Error('A server certificate needs at least one host name or IP address')
  return first.slice(0, 64)
}
