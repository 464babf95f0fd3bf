import { randomUUID } from 'node:crypto'
import { registerHookNames } from '../../contracts/hooks/protocol.ts'
import type { OperatorProfile } from '../../contracts/kfr-register/operator.ts'
import type { Handlers } from '../../mocks/bank/hooks/handlers.ts'
import { serveHooks } from '../../mocks/bank/hooks/server.ts'
import { createTraffic } from '../../mocks/http/traffic.ts'
import type { KfrFault } from '../../mocks/kfr/fault.ts'
import type { KarContent } from '../../mocks/kfr/kar.ts'
import { type Kfr, startKfr } from '../../mocks/kfr/kfr.ts'
import { usualSettings } from '../../mocks/kfr/settings.ts'
import type { Parties } from '../../mocks/parties.ts'
import type { TargetHooks } from '../kit/target.ts'

/** The register of the mocks in the place of an operator's: with a house of its own, and hooks of a test environment. */
export interface RegisterRoom {
  readonly kfr: Kfr
  readonly profile: OperatorProfile
  readonly hooks: TargetHooks
  readonly evidence: Kfr['files']
  readonly secrets: readonly string[]
  close(): Promise<void>
}

const reporter = { organisationNumber: '314703103', name: 'Testbanken' }
const secondReporter = { organisationNumber: '310000159', name: 'Prøvebanken Nord' }
const withinKar = { organisationNumber: '310000140', name: 'NICS Sparebank' }
/** Skatteetaten, which may ask for owners and for others. */
const agency = { organisationNumber: '974761076', legalMandate: 'sktfvl. § 10-2' }

/** Synthetic. */
const samples = {
  karCustomer: '01865210090',
  disponent: '41845510057',
  account: { accountIdentifier: '95770100012', organisationNumber: withinKar.organisationNumber },
  collectionAccount: { accountIdentifier: '95770100020', organisationNumber: reporter.organisationNumber },
} as const

const kar: KarContent = {
  relations: [
    { customer: samples.karCustomer, institution: '310000140', role: 'owner', active: true, since: '2015-03-02' },
    { customer: samples.disponent, institution: '310000140', role: 'disponent', active: true, since: '2018-09-17' },
  ],
  accounts: { [samples.account.accountIdentifier]: withinKar.organisationNumber },
  collectionAccounts: { [samples.collectionAccount.accountIdentifier]: reporter.organisationNumber },
}

export async function openRegisterRoom(parties: Parties, faults: readonly KfrFault[]): Promise<RegisterRoom> {
  const closers: (() => Promise<void>)[] = []
  const close = async () => {
    for (const one of closers.toReversed()) await one()
  }
  try {
    const { authority, maskinporten } = parties
    const identity = await authority.server(['localhost', '127.0.0.1'])
    const kfr = await startKfr({
      identity,
      names: ['localhost', '127.0.0.1'],
      authority,
      traffic: createTraffic(1000),
      maskinporten: { issuer: maskinporten.issuer, keysUrl: `${maskinporten.url}/jwk` },
      participant: reporter.organisationNumber,
      institutions: [
        { ...reporter, reports: true },
        { ...secondReporter, reports: true },
        { ...withinKar, reports: false },
      ],
      kar,
      settings: { mandates: { ...usualSettings.mandates, [agency.organisationNumber]: [agency.legalMandate] } },
      faults,
    })
    closers.push(() => kfr.close())
    const token = randomUUID()
    const server = await serveHooks({ identity, token, handlers: handlersOf(kfr), bank: 'the register' })
    closers.push(() => server.close())
    return {
      kfr,
      profile: {
        lookUps: { '1.1.2': kfr.baseUrl('1.1.2'), '2.0': kfr.baseUrl('2.0') },
        clients: { reporter, secondReporter, agency },
        samples,
        visibleWithinSeconds: 0.5,
        batchStartSeconds: 0,
        batchEntries: 1000,
      },
      hooks: { baseUrl: server.url, offers: registerHookNames, token },
      evidence: kfr.files,
      secrets: [token],
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

const handlersOf = (kfr: Kfr): Partial<Handlers> => ({
  clock: async ({ now }) => {
    kfr.advance(now)
    return {}
  },
  kar: async ({ answers }) => {
    if (answers) await kfr.calm()
    else await kfr.stimulate({ party: 'kfr', does: 'kar-outage' })
    return {}
  },
  cease: async ({ organisationNumber }) => {
    kfr.cease(organisationNumber)
    return {}
  },
})
