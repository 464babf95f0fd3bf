import type { PartyKeys } from '../contracts/config/party-keys.ts'
import type { Listening } from '../contracts/control/ports.ts'
import type { PartyName } from '../contracts/control/protocol.ts'
import type { Flow } from '../contracts/dsve/declared.ts'
import type { Akeldo } from './akeldo/akeldo.ts'
import type { Broker, BrokerOptions } from './altinn-broker/broker.ts'
import type { Brreg, BrregOptions } from './brreg/brreg.ts'
import type { Catalogue } from './catalogue/catalogue.ts'
import type { CatalogueEntry } from './catalogue/entries.ts'
import type { CertPub } from './certpub/certpub.ts'
import type { BrokerClients } from './clients.ts'
import type { Misbehaviour } from './faults.ts'
import type { Traffic } from './http/traffic.ts'
import type { Agencies } from './keys.ts'
import type { Kfr, KfrOptions } from './kfr/kfr.ts'
import type { Maskinporten } from './maskinporten/maskinporten.ts'
import type { Megler, MeglerOptions } from './megler/megler.ts'
import type { Authority, TlsIdentity } from './pki/authority.ts'

/** What all parties share that are started together. */
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
  /** Those of Maskinporten for the broker; null where that is not started. */
  readonly clients: BrokerClients | null
  /** Who is asked through the broker. */
  readonly bank: { readonly organisationNumber: string; readonly name: string }
  /** Which of the two questions it answers, as AKELDO has it. Default: both. */
  readonly flows?: readonly Flow[]
  /** PEM roots beside our own to which the participant's webhooks chain. */
  readonly trust: readonly string[]
  readonly broker: Pick<BrokerOptions, 'settings' | 'folder' | 'clock'>
  readonly megler: Pick<MeglerOptions, 'lookMs'>
  readonly kfr: KfrMakings
  /** Who is started. */
  readonly only: readonly PartyName[]
  /** Who stands already. */
  readonly started: Partial<All>
}

/** Whom Konkursregisteret has admitted, and what no document says of it. */
export type BrregSettings = Pick<BrregOptions, 'admitted' | 'issuers' | 'manners' | 'parts'>

/** Institutions beside the participant, and what of the register is a matter of its making. */
export type KfrMakings = Partial<
  Pick<KfrOptions, 'institutions' | 'customers' | 'kar' | 'settings' | 'folder' | 'clock'>
>

/** By party, and of the issuers beside Maskinporten. 0 is a free one. */
export type Ports = Readonly<Partial<Record<Listening, number>>>

export interface All {
  readonly maskinporten: Maskinporten
  readonly certpub: CertPub
  readonly catalogue: Catalogue
  readonly brreg: Brreg
  readonly 'altinn-broker': Broker
  readonly akeldo: Akeldo
  readonly megler: Megler
  readonly kfr: Kfr
}
