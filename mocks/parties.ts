import type { PartyKeys } from '../contracts/config/party-keys.ts'
import type { Control, PartyName } from '../contracts/control/protocol.ts'
import { bosidenIn } from './bosiden/stands.ts'
import type { CatalogueEntry } from './catalogue/entries.ts'
import { type BrokerClients, makeBrokerClients } from './clients.ts'
import { createControl, type Participant } from './control.ts'
import { type Misbehaviour, together } from './faults.ts'
import { createTraffic, type Follower } from './http/traffic.ts'
import { type OtherIssuers, startOtherIssuers } from './issuers.ts'
import { makePartyKeys, readAgencies, requireIssuerKeys } from './keys.ts'
import { withNeeded } from './needs.ts'
import { type Organisation, type OwnParties, type OwnRooms, ownRooms } from './own-rooms.ts'
import { type Authority, createAuthority, type OrganisationIdentity } from './pki/authority.ts'
import type { All, BrregSettings, KfrMakings, Ports, Setting } from './setting.ts'
import { starters } from './starters.ts'

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
  readonly debtors?: Setting['debtors']
  /** Default: whoever has a certificate of the test authority may read; everything undocumented as the catalogue has it. */
  readonly brreg?: BrregSettings
  /** PEM roots beside our own to which webhooks of the bank chain. */
  readonly trust?: readonly string[]
  /** Timers, limits, a folder that outlives the broker, a clock. Default: as at the real one, and nothing is kept. */
  readonly broker?: Setting['broker']
  /** Which questions of a megler the bank answers, as AKELDO has it. Default: both. */
  readonly flows?: NonNullable<Setting['flows']>
  /** How often the megler looks for what no event has told; its clock is the broker's. */
  readonly megler?: Setting['megler']
  /** Who reports beside the participant, what KAR knows, a folder that outlives the register. */
  readonly kfr?: KfrMakings
  /** Is told of every exchange. */
  readonly follow?: Follower
}

export type Parties<P extends PartyName = PartyName> = Pick<All, P> &
  OwnRooms & {
    readonly authority: Authority
    /** Beside Maskinporten, where that is started. */
    readonly issuers: OtherIssuers
    /** Brønnøysundregistrene, published at CertPub for the fixed process. */
    readonly consumer: OrganisationIdentity
    /** Fixture C2, published likewise. */
    readonly secondAgency: OrganisationIdentity
    /** Who gets tokens for the broker, where that is started. */
    readonly clients: BrokerClients
    /** `own` stands in place of those that all share. */
    control(participant: Participant, own?: OwnParties): Control
    close(): Promise<void>
  }

/** Whom the account interface needs. */
export const aroundAccounts = ['maskinporten', 'certpub', 'catalogue'] as const

/** Whom the megler asks when nobody is listed. Synthetic. */
const someBank: Organisation = { organisationNumber: '314703103', name: 'Banken' }

/** Starts everything or nothing: when one party cannot start, the others are closed again. */
export async function startParties<P extends PartyName = PartyName>(
  options: PartiesOptions<P> = {},
): Promise<Parties<P>> {
  const started: { -readonly [Q in PartyName]?: All[Q] } = {}
  const setting = { ...(await settingOf(options)), started }
  const { only, agencies, clients, authority, traffic } = setting
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
  const control: Parties['control'] = (participant, own) =>
    createControl({ ...started, ...bosidenIn(setting, started), ...own, issuers, traffic }, participant)
  // Whoever is named in `only` stands in `started` now, which the compiler cannot follow.
  return { ...started, ...agencies, clients, issuers, authority, ...ownRooms(setting), control, close } as Parties<P>
}

/** What all of them share, before anybody is started. */
async function settingOf(options: PartiesOptions): Promise<Omit<Setting, 'started'>> {
  const { host = '127.0.0.1', publicHost, entries = [], faults = [] } = options
  const keys = options.keys ?? (await makePartyKeys())
  requireIssuerKeys(keys)
  const agencies = readAgencies(keys)
  const authority = await createAuthority(keys.root)
  const names = serverNames(publicHost, host)
  const identity = await authority.server(names)
  const only = withNeeded(options.only ?? aroundAccounts)
  const [bank = someBank] = entries
  return {
    only,
    address: { identity, host, ...(publicHost === undefined ? {} : { publicHost }) },
    names,
    ports: options.ports ?? {},
    issuer: options.issuer,
    keys,
    agencies,
    authority,
    entries,
    misbehaviour: together(faults),
    traffic: createTraffic(undefined, options.follow),
    clients: only.includes('altinn-broker') ? await makeBrokerClients(authority, bank, keys.bank) : null,
    bank,
    ...(options.flows === undefined ? {} : { flows: options.flows }),
    debtors: options.debtors ?? {},
    brreg: options.brreg ?? {},
    trust: options.trust ?? [],
    broker: options.broker ?? {},
    megler: options.megler ?? {},
    kfr: options.kfr ?? {},
  }
}

/** An address that means "all interfaces" is nobody's name. */
const serverNames = (...given: readonly (string | undefined)[]): readonly string[] =>
  [
    ...new Set(
      [...given, '127.0.0.1', 'localhost'].filter((name) => name !== undefined && !['0.0.0.0', '::'].includes(name)),
    ),
  ] as readonly string[]
