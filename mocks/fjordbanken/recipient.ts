import 'reflect-metadata'
import { type KeyObject, X509Certificate } from 'node:crypto'
import { KeyUsageFlags, KeyUsagesExtension, X509Certificate as Readable } from '@peculiar/x509'

/** A certificate that answers may be sealed to. */
export interface Recipient {
  readonly key: KeyObject
  /** Decimal, as publishers write it. */
  readonly serialNumber: string
}

interface Requirements {
  readonly organisationNumber: string
  readonly trust: readonly string[]
  readonly now: Date
}

/** Null for one that is not valid now, not trusted, of somebody else, or not for RSA key encipherment (CP-05 to CP-10). */
export function usableCertificate(der: Buffer, { organisationNumber, trust, now }: Requirements): Recipient | null {
  try {
    const certificate = new X509Certificate(der)
    const usable =
      isCurrent(certificate, now) &&
      trust
        .map((pem) => new X509Certificate(pem))
        .some((root) => isCurrent(root, now) && isIssuedBy(certificate, root)) &&
      isOf(certificate, organisationNumber) &&
      certificate.publicKey.asymmetricKeyType === 'rsa' &&
      enciphersKeys(der)
    return usable
      ? { key: certificate.publicKey, serialNumber: BigInt(`0x${certificate.serialNumber}`).toString() }
      : null
  } catch {
    return null
  }
}

const isCurrent = ({ validFromDate, validToDate }: X509Certificate, now: Date) =>
  validFromDate <= now && now <= validToDate

const isIssuedBy = (certificate: X509Certificate, root: X509Certificate) =>
  root.ca && certificate.checkIssued(root) && certificate.verify(root.publicKey)

/** organizationIdentifier (SEID 2.0) or serialNumber (SEID 1.0) of the subject. */
const isOf = ({ subject }: X509Certificate, organisationNumber: string) =>
  subject
    .split('\n')
    .some((line) =>
      [`organizationIdentifier=NTRNO-${organisationNumber}`, `serialNumber=${organisationNumber}`].includes(line),
    )

/** Node shows the extended usages only. */
function enciphersKeys(der: Buffer): boolean {
  const usages = new Readable(Uint8Array.from(der)).getExtension(KeyUsagesExtension)?.usages ?? 0
  return (usages & KeyUsageFlags.keyEncipherment) !== 0
}
