import 'reflect-metadata'
import type { webcrypto } from 'node:crypto'
import * as x509 from '@peculiar/x509'

/** Names in certificates, and how to read them back. */

const organizationIdentifier = '2.5.4.97'
const serialNumber = '2.5.4.5'

// Values are given with their ASN.1 type: as bare texts, one that begins with "#" would be taken for hexadecimal bytes.
export const rootName: x509.JsonNameParams = [
  { C: [{ printableString: 'NO' }] },
  { O: [{ utf8String: 'Samsvar test' }] },
  { CN: [{ utf8String: 'Samsvar test root' }] },
]

export type NumberPlace = 'both' | 'organizationIdentifier' | 'serialNumber'

/**
 * Subject of a Norwegian enterprise certificate. The national profile has had the organisation number in
 * two places: organizationIdentifier (SEID 2.0, `NTRNO-` before it) and serialNumber (SEID 1.0, bare).
 */
export function subjectOf(organisationNumber: string, name: string, place: NumberPlace): x509.JsonNameParams {
  const short = [...name].slice(0, 64).join('')
  const modern = { [organizationIdentifier]: [{ utf8String: `NTRNO-${organisationNumber}` }] }
  const older = { [serialNumber]: [{ printableString: organisationNumber }] }
  return [
    { C: [{ printableString: 'NO' }] },
    { O: [{ utf8String: short }] },
    ...(place === 'serialNumber' ? [] : [modern]),
    { CN: [{ utf8String: short }] },
    ...(place === 'organizationIdentifier' ? [] : [older]),
  ]
}

/** The organisation number in the subject of an enterprise certificate; null when it names none. */
export function organisationNumberOf(certificateDer: Uint8Array): string | null {
  const { subjectName } = new x509.X509Certificate(Buffer.from(certificateDer))
  const [modern] = subjectName.getField(organizationIdentifier)
  const [older] = subjectName.getField(serialNumber)
  return /^NTRNO-(\d{9})$/.exec(modern ?? '')?.[1] ?? /^(\d{9})$/.exec(older ?? '')?.[1] ?? null
}

/** PKCS #8 PEM. */
export async function privateKeyPem(key: webcrypto.CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY')
}
