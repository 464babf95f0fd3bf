import { baseUrlOf, type Config, type Keystore } from '../../contracts/config/config.ts'
import { inProcess } from '../../contracts/control/in-process.ts'
import { type Listening, partyPorts } from '../../contracts/control/ports.ts'
import type { Control, PartyName } from '../../contracts/control/protocol.ts'
import { usualBasePaths } from '../../contracts/kfr/operations.ts'
import { detailNames } from '../../contracts/konkursvarsel/detail-names.ts'
import { locatorBase } from '../../mocks/certpub/site.ts'
import { directoryOf } from '../../mocks/directory.ts'
import { type PartiesOptions, startParties } from '../../mocks/parties.ts'
import type { BrregSettings } from '../../mocks/starters.ts'

/** The parties that a run starts itself, where the bank expects them and with the keys that it knows. */

export interface OwnParties {
  readonly control: Control
  close(): Promise<void>
}

/** Who is ours, and on which address and port. */
export interface PartyPlan {
  readonly ours: readonly PartyName[]
  readonly external: readonly PartyName[]
  readonly host: string
  readonly listen: string
  readonly ports: Readonly<Record<Listening, number>>
}

/** Null when the parties stand already, and are reached by their control protocol. */
export function partyPlan({ parties, capabilities, konkursvarsel, kfr, kfrRegister, dsve }: Config): PartyPlan | null {
  if ('control' in parties) return null
  const external: readonly PartyName[] = [
    ...(parties.maskinporten === undefined || parties.maskinporten === 'ours' ? [] : (['maskinporten'] as const)),
    ...(parties.certpub === 'external' ? (['certpub'] as const) : []),
  ]
  const reports = kfr !== undefined || parties.ports?.kfr !== undefined
  // A bostyrer asks there which bank it is, with a token that only a Maskinporten of ours gives for our register.
  const isLookedUp = konkursvarsel !== undefined && !external.includes('maskinporten')
  const needed: readonly PartyName[] = [
    'maskinporten',
    // Whoever asks a register opens nothing that is sealed.
    ...(kfrRegister === undefined ? (['certpub'] as const) : []),
    ...(parties.ports?.catalogue === undefined ? [] : (['catalogue'] as const)),
    ...(konkursvarsel === undefined && parties.ports?.brreg === undefined ? [] : (['brreg'] as const)),
    ...(dsve === undefined ? [] : (['altinn-broker', 'akeldo', 'megler'] as const)),
    ...(reports || isLookedUp ? (['kfr'] as const) : []),
  ]
  const host = parties.host ?? 'localhost'
  return {
    ours: needed.filter((party) => !external.includes(party)),
    external,
    host,
    listen: parties.listen ?? (isThisMachine(host) ? '127.0.0.1' : '0.0.0.0'),
    ports: {
      ...partyPorts,
      ...parties.ports,
      // A bank that reports nothing has not to know where it is.
      ...(reports ? {} : { kfr: 0 }),
      // Nobody has to know where it is; and the other environment's only an instance in production profile.
      'other-issuer': 0,
      ...(capabilities?.production === undefined ? { 'production-issuer': 0 } : {}),
    },
  }
}

const isThisMachine = (host: string) => host === 'localhost' || host.startsWith('127.')

/** PEM certificates: what the bank's client certificate, and its webhook, may chain to besides our root. */
interface Issuers {
  readonly clientIssuers?: readonly string[]
  readonly webhookIssuers?: readonly string[]
}

/** Throws `PortTaken`, or an Error that names what cannot be used: with keys made anew nothing that a bank seals could be opened. */
export async function startOwnParties(
  config: Config,
  keystore: Keystore,
  plan: PartyPlan,
  { clientIssuers = [], webhookIssuers = [] }: Issuers = {},
): Promise<OwnParties> {
  const { participant } = config
  const baseUrl = baseUrlOf(config)
  const { parties: keys } = keystore
  if (keys === undefined)
    throw new Error('the keystore holds no keys for them ("parties"): make one with samsvar init --keystore FILE')
  const parties = await startParties({
    only: plan.ours,
    host: plan.listen,
    publicHost: plan.host,
    ports: plan.ports,
    entries: [{ ...participant, baseUrl }],
    debtors: directoryOf(config.fixtures),
    brreg: { admitted: admittedBy(config), issuers: clientIssuers, ...namesIn(config) },
    ...aroundDsve(config, webhookIssuers),
    keys,
  })
  return {
    // A bank in another process has no hook that forgets.
    control: inProcess(parties.control({ audience: () => baseUrl, forget: async () => false })),
    close: () => parties.close(),
  }
}

/**
 * A bank is asked more at once than the broker lets it answer in minutes, and is not held back by that: but for searches,
 * which it does not need more often. Who looks whenever a hook asks it to may search as often, and how often it comes by
 * itself is judged all the same.
 */
export function aroundDsve(
  { dsve, hooks }: Pick<Config, 'dsve' | 'hooks'>,
  trust: readonly string[],
): Pick<PartiesOptions, 'broker' | 'megler' | 'trust' | 'flows'> {
  if (dsve === undefined) return {}
  const isMadeToLook = hooks?.offers.includes('poll') === true
  const { flows } = dsve
  return {
    trust,
    ...(flows === undefined ? {} : { flows }),
    // The megler searches as often as anybody may.
    megler: { lookMs: isMadeToLook ? 5000 : 30_000 },
    broker: { settings: { limits: isMadeToLook ? unlimited : { ...unlimited, search: 10 } } },
  }
}
const unlimited = { search: 10_000, details: 10_000, other: 100_000 }

/** Whom Konkursregisteret has let in. */
export const admittedBy = ({ konkursvarsel, participant }: Config): readonly string[] =>
  konkursvarsel?.organisationNumbers ?? [participant.organisationNumber]

/** What Brreg calls what is not documented. */
export const namesIn = ({ konkursvarsel }: Config): BrregSettings =>
  konkursvarsel?.detailNames === undefined
    ? {}
    : { manners: { names: { ...detailNames, ...konkursvarsel.detailNames } } }

export interface Address {
  readonly what: string
  readonly url: string
}

/** What a bank has to be told once. */
export function addressesOf({ ours, host, ports }: PartyPlan): readonly Address[] {
  const at = (party: PartyName) => `https://${host}:${ports[party]}`
  const known: Readonly<Record<PartyName, readonly Address[]>> = {
    maskinporten: [
      { what: 'Maskinporten, issuer', url: `${at('maskinporten')}/` },
      { what: '  its metadata', url: `${at('maskinporten')}/.well-known/oauth-authorization-server` },
    ],
    certpub: [{ what: 'CertPub, locator', url: `${at('certpub')}${locatorBase}` }],
    catalogue: [{ what: 'Endpoint catalogue', url: at('catalogue') }],
    brreg: [{ what: 'Konkursvarsel (mTLS)', url: at('brreg') }],
    'altinn-broker': [{ what: 'Altinn Broker', url: at('altinn-broker') }],
    akeldo: [{ what: 'AKELDO', url: at('akeldo') }],
    // The broker alone calls it.
    megler: [],
    kfr: [{ what: 'Kundeforholdsregisteret', url: `${at('kfr')}${usualBasePaths['1.1.2']}` }],
  }
  return ours.filter((party) => ports[party] !== 0).flatMap((party) => known[party])
}
