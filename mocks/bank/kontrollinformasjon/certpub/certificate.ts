import 'reflect-metadata'
import { type KeyObject, X509Certificate } from 'node:crypto'
import * as x509 from '@peculiar/x509'
import { organisationNumberOf } from '../../../pki/names.ts'

/** Whether a published certificate may be encrypted to (maskinporten.md CP-05 to CP-10). */
interface CertificateRules {
  /** Whose it must be; nine digits. */
  readonly organisationNumber: string
  readonly trust: readonly string[]
  /** Milliseconds since 1970. */
  readonly now: number
}

export interface Recipient {
  readonly key: KeyObject
  /** Milliseconds since 1970. */
  readonly notAfter: number
}

/** The key, or why there is none. */
export function recipientFrom(der: Uint8Array, rules: CertificateRules): Recipient | { readonly problem: string } {
  try {
    const certificate = new X509Certificate(der)
    const failed = checks.find(({ holds }) => !holds(certificate, rules))
    if (failed) return { problem: failed.problem }
    return { key: certificate.publicKey, notAfter: certificate.validToDate.getTime() }
  } catch {
    return { problem: 'it cannot be read' }
  }
}

interface Check {
  readonly problem: string
  readonly holds: (certificate: X509Certificate, rules: CertificateRules) => boolean
}

const checks: readonly Check[] = [
  { problem: 'it is not valid now', holds: (certificate, { now }) => isValidAt(certificate, now) },
  { problem: 'it is issued by nobody that the bank trusts', holds: isTrusted },
  {
    problem: 'it is of another organisation',
    holds: ({ raw }, { organisationNumber }) => organisationNumberOf(raw) === organisationNumber,
  },
  { problem: 'its key may not encipher keys', holds: ({ raw }) => mayEncipherKeys(raw) },
  {
    problem: 'its key is no RSA key of 2048 bits or more',
    holds: ({ publicKey }) =>
      publicKey.asymmetricKeyType === 'rsa' && (publicKey.asymmetricKeyDetails?.modulusLength ?? 0) >= 2048,
  },
]

const isValidAt = ({ validFromDate, validToDate }: X509Certificate, now: number) =>
  validFromDate.getTime() <= now && now <= validToDate.getTime()

/** The trusted ones may be roots or intermediates; the publisher sends the leaf alone. */
function isTrusted(certificate: X509Certificate, { trust, now }: CertificateRules): boolean {
  return trust
    .map((pem) => new X509Certificate(pem))
    .some(
      (issuer) =>
        issuer.ca && isValidAt(issuer, now) && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey),
    )
}

/** Node's own class shows the extended usages only. */
function mayEncipherKeys(der: Buffer): boolean {
  const usage = new x509.X509Certificate(Buffer.from(der)).getExtension(x509.KeyUsagesExtension)
  return usage !== null && (usage.usages & x509.KeyUsageFlags.keyEncipherment) !== 0
}
