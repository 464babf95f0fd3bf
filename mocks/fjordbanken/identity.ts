import 'reflect-metadata'
import { randomBytes, type webcrypto } from 'node:crypto'
import * as x509 from '@peculiar/x509'
import type { TlsIdentity } from '../pki/authority.ts'
import { alternativeName, commonName, hour, rsa, year } from '../pki/issue.ts'
import { privateKeyPem } from '../pki/names.ts'

/** Fjordbanken's own server certificate, under a root of its own. RSA keys only, as in many a house. */
interface OwnIdentity {
  readonly identity: TlsIdentity
  /** What a caller must trust. */
  readonly rootPem: string
}

const newKeys = () => crypto.subtle.generateKey(rsa, true, ['sign', 'verify'])

/** `names` are host names and IP addresses; at least one. */
export async function makeIdentity(names: readonly string[]): Promise<OwnIdentity> {
  const [rootKeys, keys] = await Promise.all([newKeys(), newKeys()])
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    ...common(),
    name: 'CN=Fjordbanken rot, O=Fjordbanken, C=NO',
    keys: rootKeys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(rootKeys.publicKey),
    ],
  })
  const leaf = await issue(root, rootKeys.privateKey, keys.publicKey, names)
  return {
    identity: { certificatePem: leaf.toString('pem'), keyPem: await privateKeyPem(keys.privateKey) },
    rootPem: root.toString('pem'),
  }
}

const issue = async (
  root: x509.X509Certificate,
  signingKey: webcrypto.CryptoKey,
  publicKey: webcrypto.CryptoKey,
  names: readonly string[],
) =>
  x509.X509CertificateGenerator.create({
    ...common(),
    subject: new x509.Name([{ CN: [{ utf8String: commonName(names) }] }]),
    issuer: root.subjectName,
    publicKey,
    signingKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.keyEncipherment, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(names.map(alternativeName)),
      await x509.AuthorityKeyIdentifierExtension.create(root.publicKey),
    ],
  })

const common = () => ({
  // Positive, and never zero (RFC 5280 §4.1.2.2).
  serialNumber: `4${randomBytes(12).toString('hex').slice(1)}`,
  notBefore: new Date(Date.now() - hour),
  notAfter: new Date(Date.now() + year),
  signingAlgorithm: rsa,
})
