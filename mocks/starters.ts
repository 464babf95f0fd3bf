import type { PartyKeys } from '../contracts/config/party-keys.ts'
import type { Listening } from '../contracts/control/ports.ts'
import type { PartyName } from '../contracts/control/protocol.ts'
import { participantIdentifier } from '../contracts/kontrollinformasjon/profile.ts'
import { type Brreg, type BrregOptions, startBrreg } from './brreg/brreg.ts'
import { type Catalogue, startCatalogue } from './catalogue/catalogue.ts'
import type { CatalogueEntry } from './catalogue/entries.ts'
import { type CertPub, startCertPub } from './certpub/certpub.ts'
import { accountProcess, otherProcess } from './certpub/publications.ts'
import type { Misbehaviour } from './faults.ts'
import { tellHandshakes } from './http/handshakes.ts'
import type { Traffic } from './http/traffic.ts'
import type { Agencies } from './keys.ts'
import { type Maskinporten, startMaskinporten } from './maskinporten/maskinporten.ts'
import type { Authority, TlsIdentity } from './pki/authority.ts'
import { certificatesOf } from './published.ts'
import { registrationOf } from './registration.ts'

/** How each party is started from what all of them share. */

export interface Setting {
  readonly address: { readonly identity: TlsIdentity; readonly host: string; readonly publicHost?: string }
  readonly ports: Ports
  readonly issuer: string | undefined
  readonly keys: PartyKeys
  readonly agencies: Agencies
  readonly authority: Authority
  readonly entries: readonly CatalogueEntry[]
  readonly misbehaviour: Misbehaviour
  readonly traffic: Traffic
  /** In server certificates. */
  readonly names: readonly string[]
  /** Who the fixtures of Konkursvarsel are. */
  readonly debtors: NonNullable<BrregOptions['debtors']>
  readonly brreg: BrregSettings
}

/** Whom Konkursregisteret has admitted, and what no document says of it. */
export type BrregSettings = Pick<BrregOptions, 'admitted' | 'manners' | 'parts'>

/** By party, and of the issuers beside Maskinporten. 0 is a free one. */
export type Ports = Readonly<Partial<Record<Listening, number>>>

export interface All {
  readonly maskinporten: Maskinporten
  readonly certpub: CertPub
  readonly catalogue: Catalogue
  readonly brreg: Brreg
}

export const starters: { readonly [P in PartyName]: (setting: Setting) => Promise<All[P]> } = {
  maskinporten: ({ address, ports, traffic, authority, agencies, keys, issuer, misbehaviour }) =>
    startMaskinporten({
      ...address,
      port: ports.maskinporten ?? 0,
      onNoHandshake: tellHandshakes(traffic, 'maskinporten'),
      traffic,
      trustedRoots: [authority.rootPem],
      ...registrationOf(agencies),
      keys: { first: keys.issuers.test },
      behaviour: misbehaviour.maskinporten ?? {},
      ...(issuer === undefined ? {} : { issuer }),
    }),

  certpub: async ({ address, ports, traffic, authority, agencies, misbehaviour }) => {
    const { published = 'lawful', ...behaviour } = misbehaviour.certpub ?? {}
    // Before anything listens: what throws here must leave no socket behind.
    const publications = await Promise.all(
      [agencies.consumer, agencies.secondAgency].map(async (agency) => ({
        participant: participantIdentifier(agency.organisationNumber),
        certificates: await certificatesOf(agency, published, authority),
      })),
    )
    const certpub = await startCertPub({
      ...address,
      port: ports.certpub ?? 0,
      onNoHandshake: tellHandshakes(traffic, 'certpub'),
      traffic,
      behaviour,
    })
    // For another process too, so that a bank that asks for the wrong one gets an answer.
    for (const { participant, certificates } of publications)
      for (const process of [accountProcess, otherProcess]) certpub.publish(participant, certificates, { process })
    return certpub
  },

  catalogue: ({ address, ports, traffic, entries, misbehaviour }) =>
    startCatalogue({
      ...address,
      port: ports.catalogue ?? 0,
      onNoHandshake: tellHandshakes(traffic, 'catalogue'),
      traffic,
      entries,
      behaviour: misbehaviour.catalogue ?? {},
    }),

  brreg: ({ address, names, ports, traffic, authority, debtors, brreg }) =>
    startBrreg({ ...address, ...brreg, names, port: ports.brreg ?? 0, traffic, authority, debtors }),
}
