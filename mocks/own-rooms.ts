import type { Bosiden } from './bosiden/bosiden.ts'
import { bosidenAt } from './bosiden/stands.ts'
import type { Brreg, BrregOptions } from './brreg/brreg.ts'
import { type BrokerClients, makeBrokerClients } from './clients.ts'
import { type Misbehaviour, together } from './faults.ts'
import { makeReporter } from './kfr/clients.ts'
import type { Maskinporten } from './maskinporten/maskinporten.ts'
import type { OrganisationIdentity } from './pki/authority.ts'
import { openRoom } from './rooms.ts'
import type { All, KfrMakings, Setting } from './setting.ts'
import { starters } from './starters.ts'

/** Parties of its own for one participant: what happens among them nobody else sees. Whoever starts them closes them. */
export interface OwnRooms {
  /** A Brreg: what is published there nobody else sees. */
  brregFor(debtors: NonNullable<BrregOptions['debtors']>): Promise<Brreg>
  /** A broker, AKELDO and megler for one bank; the address of its Maskinporten stands with them. */
  dsveFor(bank: Organisation, settings?: DsveSettings): Promise<AroundDsve>
  /** A register and its Maskinporten for one bank that reports. */
  kfrFor(bank: Organisation, kfr?: KfrMakings): Promise<AroundKfr>
}

/** What stands in place of the parties that all share. */
export type OwnParties = Partial<Omit<All, 'certpub' | 'catalogue'>> & {
  readonly bosiden?: Bosiden
  /** Whom reporters to the register ask for tokens, where it is another than everybody's. */
  readonly reporters?: Maskinporten
}

export interface Organisation {
  readonly organisationNumber: string
  readonly name: string
}

/** Whom a megler and a bank meet between them. */
export interface AroundDsve extends Pick<All, (typeof aroundDsve)[number]> {
  readonly clients: BrokerClients
  close(): Promise<void>
}

/** Whom a bank meets that reports its customers. */
export interface AroundKfr extends Pick<All, (typeof aroundKfr)[number]> {
  /** For `control`; among them who asks this register for a bostyrer. */
  readonly own: OwnParties
  /** The enterprise certificate of the bank; `reporterClientId` is who it is at Maskinporten. */
  readonly client: OrganisationIdentity
  close(): Promise<void>
}

const aroundKfr = ['maskinporten', 'kfr'] as const

/** Of a broker and a megler of its own; what is left out is as for everybody. */
export interface DsveSettings extends Partial<Pick<Setting, 'broker' | 'megler'>> {
  readonly faults?: readonly { readonly makes: Misbehaviour }[]
}
const aroundDsve = ['maskinporten', 'altinn-broker', 'akeldo', 'megler'] as const

export function ownRooms(setting: Setting): OwnRooms {
  const { authority, keys } = setting
  const brregFor: OwnRooms['brregFor'] = (their) =>
    starters.brreg({ ...setting, ports: { ...setting.ports, brreg: 0 }, debtors: their })
  const clientsOf = new Map<string, Promise<BrokerClients>>()
  const dsveFor: OwnRooms['dsveFor'] = async (their, { faults: wrong, ...settings } = {}) => {
    const { organisationNumber } = their
    // RSA keys take long to make, and a test has many banks of one number.
    const made = clientsOf.get(organisationNumber) ?? makeBrokerClients(authority, their, keys.bank)
    clientsOf.set(organisationNumber, made)
    const all = await made
    const misbehaviours = wrong === undefined ? {} : { misbehaviour: together(wrong) }
    const room = { ...setting, ...settings, ...misbehaviours, bank: their, clients: all }
    return { ...(await openRoom(aroundDsve, room)), clients: all }
  }
  const reporterOf = new Map<string, Promise<OrganisationIdentity>>()
  const kfrFor: OwnRooms['kfrFor'] = async (their, kfr = {}) => {
    const { organisationNumber } = their
    const made = reporterOf.get(organisationNumber) ?? makeReporter(authority, their, keys.bank)
    reporterOf.set(organisationNumber, made)
    const client = await made
    const place = { ...setting, bank: their, kfr }
    const room = await openRoom(aroundKfr, place)
    return { ...room, own: { kfr: room.kfr, reporters: room.maskinporten, bosiden: bosidenAt(place, room) }, client }
  }
  return { brregFor, dsveFor, kfrFor }
}
