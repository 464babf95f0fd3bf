import { X509Certificate } from 'node:crypto'
import type { Config } from '../../contracts/config/config.ts'
import type { PartyKeys } from '../../contracts/config/party-keys.ts'
import type { Listening } from '../../contracts/control/ports.ts'
import type { Control, PartyName } from '../../contracts/control/protocol.ts'
import type { Fixtures } from '../../contracts/fixtures.ts'
import { brokerClientIds } from '../../mocks/clients.ts'
import { directoryOf } from '../../mocks/directory.ts'
import { partyFault, partyFaults } from '../../mocks/faults.ts'
import { masked } from '../../mocks/http/masked.ts'
import type { Follower } from '../../mocks/http/traffic.ts'
import { makePartyKeys, withBank } from '../../mocks/keys.ts'
import { reporterClientId } from '../../mocks/kfr/clients.ts'
import { exampleCustomers } from '../../mocks/kfr/kar.ts'
import { withNeeded } from '../../mocks/needs.ts'
import { aroundAccounts, type Parties, startParties } from '../../mocks/parties.ts'
import type { BrregSettings } from '../../mocks/setting.ts'
import { aroundDsve } from './own-parties.ts'
import { type Place, placesOf } from './places.ts'

/** The public parties alone, for who builds a bank: no bank of ours stands among them. */

export type { PartyFault } from '../../mocks/faults.ts'
export type { SeenExchange } from '../../mocks/http/traffic.ts'
export {
  aroundAccounts,
  brokerClientIds,
  makePartyKeys,
  masked,
  partyFault,
  partyFaults,
  reporterClientId,
  withBank,
  withNeeded,
}

export interface MocksOptions {
  readonly only: readonly PartyName[]
  readonly host: string
  readonly publicHost?: string
  readonly ports: Readonly<Record<Listening, number>>
  readonly keys: PartyKeys
  /** Ids; an unknown one throws and names the nearest. */
  readonly faults: readonly string[]
  /** Whom tokens are for, and whom the endpoint catalogue lists. */
  readonly bank: { readonly organisationNumber: string; readonly name: string; readonly baseUrl: string }
  /** Whom konkursvarsler and look-ups may be about. Default: nobody, and a sample as K1. */
  readonly fixtures?: Fixtures
  /** Whom Brreg lets in, and what no document says of it. Default: whoever has a certificate of our root. */
  readonly brreg?: BrregSettings
  /** PEM roots beside our own to which webhooks of the bank chain. */
  readonly trust?: readonly string[]
  /** How the bank answers a megler: they stand for a run then, and hold it back no more than those of a run do. */
  readonly answers?: Pick<Config, 'dsve' | 'hooks'>
  /** Where the broker keeps its transfers. */
  readonly brokerFolder?: string
  /** Where the register keeps what was reported. */
  readonly kfrFolder?: string
  readonly follow?: Follower
}

export interface Mocks {
  readonly places: readonly Place[]
  readonly rootPem: string
  /** SHA-256, pairs of hexadecimal digits. */
  readonly rootFingerprint: string
  readonly control: Control
  close(): Promise<void>
}

/** Throws `PortTaken`, or an Error that names what is wrong. */
export async function startMocks(given: MocksOptions): Promise<Mocks> {
  const { faults, bank, fixtures = {}, brokerFolder, kfrFolder, answers = {}, ...options } = given
  const { broker, ...around } = aroundDsve(answers, options.trust ?? [])
  const parties: Partial<Parties> & Omit<Parties, PartyName> = await startParties({
    ...options,
    faults: faults.map(partyFault),
    entries: [bank],
    ...around,
    broker: { ...broker, ...(brokerFolder === undefined ? {} : { folder: brokerFolder }) },
    kfr: {
      ...(kfrFolder === undefined ? {} : { folder: kfrFolder }),
      ...(given.fixtures === undefined ? { customers: exampleCustomers } : {}),
    },
    debtors: directoryOf(fixtures),
  })
  const { rootPem } = parties.authority
  return {
    places: placesOf(parties, bank.organisationNumber),
    rootPem,
    rootFingerprint: new X509Certificate(rootPem).fingerprint256,
    // A bank in another process has no hook that forgets.
    control: parties.control({ audience: () => bank.baseUrl, forget: async () => false }),
    close: () => parties.close(),
  }
}
