import type { SecureContextOptions } from 'node:tls'
import type { presentations } from '../../contracts/konkursvarsel/stimuli.ts'
import { type Authority, createAuthority, type TlsIdentity } from '../pki/authority.ts'

/** How a server can be wrong about itself. */
export type Presentation = (typeof presentations)[number]

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
  const { otherHost, expired, unknownIssuer } = await unlawfulOf(authority, names)
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

interface Unlawful {
  readonly otherHost: TlsIdentity
  readonly expired: TlsIdentity
  readonly unknownIssuer: TlsIdentity
}

/** Three keys take as long to make as all else that a party needs to stand, and several parties show the same. */
const known = new WeakMap<Authority, Map<string, Promise<Unlawful>>>()

function unlawfulOf(authority: Authority, names: readonly string[]): Promise<Unlawful> {
  const ofNames = known.get(authority) ?? new Map<string, Promise<Unlawful>>()
  known.set(authority, ofNames)
  const key = names.join(' ')
  const made = ofNames.get(key) ?? makeUnlawful(authority, names)
  ofNames.set(key, made)
  return made
}

async function makeUnlawful(authority: Authority, names: readonly string[]): Promise<Unlawful> {
  const now = Date.now()
  const past = { notBefore: new Date(now - 30 * day), notAfter: new Date(now - day) }
  const [otherHost, expired, unknownIssuer] = await Promise.all([
    authority.server(['konkursvarsel.invalid']),
    authority.server(names, past),
    createAuthority().then((stranger) => stranger.server(names)),
  ])
  return { otherHost, expired, unknownIssuer }
}
