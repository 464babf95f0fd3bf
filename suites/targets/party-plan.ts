import type { Config } from '../../contracts/config/config.ts'
import { type Listening, partyPorts } from '../../contracts/control/ports.ts'
import type { PartyName } from '../../contracts/control/protocol.ts'
import { usualBasePaths } from '../../contracts/kfr/operations.ts'
import { locatorBase } from '../../mocks/certpub/site.ts'

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

interface Address {
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
