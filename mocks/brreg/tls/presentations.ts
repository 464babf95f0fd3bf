import type { SecureContextOptions } from 'node:tls'
import { type Authority, createAuthority, type TlsIdentity } from '../../pki/authority.ts'
import type { Presentation } from '../moods.ts'

/** What a connection begins with, by what was ordered. All are made at the start: a stimulus is in force at once. */
export type Presentations = Readonly<Record<Presentation | 'lawful', SecureContextOptions>>

const day = 86_400_000

interface Presenting {
  readonly lawful: TlsIdentity
  readonly names: readonly string[]
  readonly authority: Authority
  readonly issuers: readonly string[]
}

export async function makePresentations({ lawful, names, authority, issuers }: Presenting): Promise<Presentations> {
  const now = Date.now()
  const past = { notBefore: new Date(now - 30 * day), notAfter: new Date(now - day) }
  const [otherHost, expired, unknownIssuer] = await Promise.all([
    authority.server(['konkursvarsel.invalid']),
    authority.server(names, past),
    createAuthority().then((stranger) => stranger.server(names)),
  ])
  const newTls = ({ certificatePem: cert, keyPem: key }: TlsIdentity): SecureContextOptions => ({
    cert,
    key,
    ca: [authority.rootPem, ...issuers],
    minVersion: 'TLSv1.2',
  })
  return {
    lawful: newTls(lawful),
    'other-host': newTls(otherHost),
    expired: newTls(expired),
    'unknown-issuer': newTls(unknownIssuer),
    // OpenSSL offers these versions at its lowest level of security only.
    'old-tls': { ...newTls(lawful), minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' },
  }
}
