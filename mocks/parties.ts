import type { PartyKeys } from '../contracts/config/party-keys.ts'
import type { Control, PartyName } from '../contracts/control/protocol.ts'
import type { Flow } from '../contracts/dsve/declared.ts'
import type { BrokerOptions } from './altinn-broker/broker.ts'
import type { Bosiden } from './bosiden/bosiden.ts'
import { bosidenAt, bosidenIn } from './bosiden/stands.ts'
import type { Brreg, BrregOptions } from './brreg/brreg.ts'
import type { CatalogueEntry } from './catalogue/entries.ts'
import { type BrokerClients, makeBrokerClients } from './clients.ts'
import { createControl, type Participant } from './control.ts'
import { type Misbehaviour, together } from './faults.ts'
import { createTraffic, type Follower } from './http/traffic.ts'
import { type OtherIssuers, startOtherIssuers } from './issuers.ts'
import { makePartyKeys, readAgencies, requireIssuerKeys } from './keys.ts'
import { makeReporter } from './kfr/clients.ts'
import type { Maskinporten } from './maskinporten/maskinporten.ts'
import type { MeglerOptions } from './megler/megler.ts'
import { withNeeded } from './needs.ts'
import { type Authority, createAuthority, type OrganisationIdentity } from './pki/authority.ts'
import { openRoom } from './rooms.ts'
import { type All, type BrregSettings, type KfrMakings, type Ports, starters } from './starters.ts'

/** The public parties that stand around a bank in the account interface, started together. */

export interface PartiesOptions<P extends PartyName = PartyName> {
  /** Who is started. Default: those of the account interface. */
  readonly only?: readonly P[]
  /** Default 127.0.0.1. */
  readonly host?: string
  /** The name by which callers reach this machine, in addresses and certificates. Default: the host. */
  readonly publicHost?: string
  /** Default 0: free ones. */
  readonly ports?: Ports
  /** What stands in `iss`. Default: Maskinporten's own URL with a final slash. */
  readonly issuer?: string
  /** What outlives a run. Default: everything new. */
  readonly keys?: PartyKeys
  /** What the endpoint catalogue lists. Default: nothing. */
  readonly entries?: readonly CatalogueEntry[]
  /** How the parties are wrong. Default: not at all. */
  readonly faults?: readonly { readonly makes: Misbehaviour }[]
  /** Who the fixtures are that konkursvarsler are about. Default: nobody knows. */
  readonly debtors?: NonNullable<BrregOptions['debtors']>
  /** Default: whoever has a certificate of the test authority may read; everything undocumented as the catalogue has it. */
  readonly brreg?: BrregSettings
  /** PEM roots beside our own to which webhooks of the bank chain. */
  readonly trust?: readonly string[]
  /** Timers, limits, a folder that outlives the broker, a clock. Default: as at the real one, and nothing is kept. */
  readonly broker?: Pick<BrokerOptions, 'settings' | 'folder' | 'clock'>
  /** Which questions of a megler the bank answers, as AKELDO has it. Default: both. */
  readonly flows?: readonly Flow[]
  /** How often the megler looks for what no event has told; its clock is the broker's. */
  readonly megler?: Pick<MeglerOptions, 'lookMs'>
  /** Who reports beside the participant, what KAR knows, a folder that outlives the register. */
  readonly kfr?: KfrMakings
  /** Is told of every exchange. */
  readonly follow?: Follower
}

export type Parties<P extends PartyName = PartyName> = Pick<All, P> & {
  readonly authority: Authority
  /** Beside Maskinporten, where that is started. */
  readonly issuers: OtherIssuers
  /** Brønnøysundregistrene, published at CertPub for the fixed process. */
  readonly consumer: OrganisationIdentity
  /** Fixture C2, published likewise. */
  readonly secondAgency: OrganisationIdentity
  /** Who gets tokens for the broker, where that is started. */
  readonly clients: BrokerClients
  /** A Brreg of its own for one participant: what is published there nobody else sees. Whoever starts it closes it. */
  brregFor(debtors: NonNullable<BrregOptions['debtors']>): Promise<Brreg>
  /** A broker, AKELDO and megler of its own for one bank, likewise; the address of its Maskinporten stands with them. */
  dsveFor(bank: Organisation, settings?: DsveSettings): Promise<AroundDsve>
  /** A register and its Maskinporten for one bank that reports, likewise. */
  kfrFor(bank: Organisation, kfr?: KfrMakings): Promise<AroundKfr>
  /** `own` stands in place of those that all share. */
  control(participant: Participant, own?: OwnParties): Control
  close(): Promise<void>
}

type OwnParties = Partial<Omit<All, 'certpub' | 'catalogue'>> & {
  readonly bosiden?: Bosiden
  /** Whom reporters to the register ask for tokens, where it is another than everybody's. */
  readonly reporters?: Maskinporten
}

interface Organisation {
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

export type DsveSettings = Pick<PartiesOptions, 'broker' | 'megler' | 'faults'>
const aroundDsve = ['maskinporten', 'altinn-broker', 'akeldo', 'megler'] as const

/** Whom the account interface needs. */
export const aroundAccounts = ['maskinporten', 'certpub', 'catalogue'] as const

/** Whom the megler asks when nobody is listed. Synthetic. */
const someBank: Organisation = { organisationNumber: '314703103', name: 'Banken' }

/** Starts everything or nothing: when one party cannot start, the others are closed again. */
export async function startParties<P extends PartyName = PartyName>(
  options: PartiesOptions<P> = {},
): Promise<Parties<P>> {
  const {
    host = '127.0.0.1',
    publicHost,
    ports = {},
    issuer,
    entries = [],
    faults = [],
    debtors = {},
    brreg = {},
  } = options
  const keys = options.keys ?? (await makePartyKeys())
  requireIssuerKeys(keys)
  const agencies = readAgencies(keys)
  const authority = await createAuthority(keys.root)
  const names = serverNames(publicHost, host)
  const identity = await authority.server(names)
  const traffic = createTraffic(undefined, options.follow)
  const address = { identity, host, ...(publicHost === undefined ? {} : { publicHost }) }
  const misbehaviour = together(faults)
  const only = withNeeded(options.only ?? aroundAccounts)
  const [bank = someBank] = entries
  const clients = only.includes('altinn-broker') ? await makeBrokerClients(authority, bank, keys.bank) : null
  const started: { -readonly [Q in PartyName]?: All[Q] } = {}
  const shared = {
    only,
    address,
    ports,
    issuer,
    keys,
    agencies,
    authority,
    entries,
    misbehaviour,
    traffic,
    clients,
    started,
  }
  const setting = {
    ...shared,
    bank,
    ...(options.flows === undefined ? {} : { flows: options.flows }),
    names,
    debtors,
    brreg,
    trust: options.trust ?? [],
    broker: options.broker ?? {},
    megler: options.megler ?? {},
    kfr: options.kfr ?? {},
  }
  let issuers: Partial<OtherIssuers> = {}
  const close = async () => {
    await Promise.all([...Object.values(started), ...Object.values(issuers)].map((party) => party.close()))
  }
  try {
    for (const name of only) Object.assign(started, { [name]: await starters[name](setting) })
    if (only.includes('maskinporten')) issuers = await startOtherIssuers(setting)
  } catch (error) {
    await close()
    throw error
  }
  const brregFor: Parties['brregFor'] = (their) =>
    starters.brreg({ ...setting, ports: { ...ports, brreg: 0 }, debtors: their })
  const clientsOf = new Map<string, Promise<BrokerClients>>()
  const dsveFor: Parties['dsveFor'] = async (their, { faults: wrong, ...settings } = {}) => {
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
  const kfrFor: Parties['kfrFor'] = async (their, kfr = {}) => {
    const { organisationNumber } = their
    const made = reporterOf.get(organisationNumber) ?? makeReporter(authority, their, keys.bank)
    reporterOf.set(organisationNumber, made)
    const client = await made
    const place = { ...setting, bank: their, kfr }
    const room = await openRoom(aroundKfr, place)
    return { ...room, own: { kfr: room.kfr, reporters: room.maskinporten, bosiden: bosidenAt(place, room) }, client }
  }
  const control: Parties['control'] = (participant, own) =>
    createControl({ ...started, ...bosidenIn(setting, started), ...own, issuers, traffic }, participant)
  // Whoever is named in `only` stands in `started` now, which the compiler cannot follow.
  return {
    ...started,
    ...agencies,
    clients,
    issuers,
    authority,
    brregFor,
    dsveFor,
    kfrFor,
    control,
    close,
  } as Parties<P>
}

/** An address that means "all interfaces" is nobody's name. */
const serverNames = (...given: readonly (string | undefined)[]): readonly string[] =>
  [
    ...new Set(
      [...given, '127.0.0.1', 'localhost'].filter((name) => name !== undefined && !['0.0.0.0', '::'].includes(name)),
    ),
  ] as readonly string[]
