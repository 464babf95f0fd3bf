import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PartyKeys } from '../../../contracts/config/party-keys.ts'
import { participantIdentifier, participantScheme } from '../../../contracts/kontrollinformasjon/profile.ts'
import { partyFault } from '../../../mocks/faults.ts'
import { makePartyKeys } from '../../../mocks/keys.ts'
import { startParties } from '../../../mocks/parties.ts'
import { examples } from './client.ts'
import { customer } from './interactions.ts'
import { fileNames } from './make.ts'
import { type Provider, verifyBankPact, verifyBosidenPact } from './verify.ts'

const file = (name: string) => fileURLToPath(new URL(`../../../contracts/pacts/${name}`, import.meta.url))
let keys: PartyKeys
beforeAll(async () => {
  keys = await makePartyKeys()
})

type Verify = (provider: Provider, file: string) => Promise<void>

async function verified(verify: Verify, name: string, ...faults: readonly string[]): Promise<string> {
  const kfr = { kar: { relations: [], accounts: {}, collectionAccounts: {} } }
  const parties = await startParties({
    ...{ only: ['maskinporten', 'kfr'] as const, keys, kfr, faults: faults.map(partyFault) },
    debtors: { F1: { id: customer } },
  })
  const provider: Provider = {
    reporting: parties.kfr.baseUrl('1.1.2'),
    lookUps: parties.kfr.baseUrl('2.0'),
    trust: parties.authority.rootPem,
    token: (scope, organisationNumber) => {
      const consumer = { authority: participantScheme, ID: participantIdentifier(organisationNumber) }
      return parties.maskinporten.mint({ claims: { scope, consumer } }, { audience: parties.kfr.url })
    },
    silenceKar: (isSilent) =>
      isSilent ? parties.kfr.stimulate({ party: 'kfr', does: 'kar-outage' }) : parties.kfr.calm(),
    forget: () => parties.kfr.stimulate({ party: 'kfr', does: 'loses', customer: 'F1' }),
    wasActive: async (whom) =>
      parties.kfr.put({ institution: examples.institution, customer: whom, since: '2026-01-01', until: '2026-01-31' }),
  }
  try {
    await verify(provider, file(name))
    return 'kept'
  } catch (error) {
    return (error as Error).message
  } finally {
    await parties.close()
  }
}

describe('the contract of a bank with the register', () => {
  it('is kept by ours', async () => expect(await verified(verifyBankPact, fileNames.bank)).toBe('kept'))

  it.each(['kfr-always-200', 'kfr-ends-what-is-not-there', 'kfr-ids-of-its-own', 'kfr-unknown-is-404'])(
    'is broken by one with the fault %s',
    async (fault) => expect(await verified(verifyBankPact, fileNames.bank, fault)).not.toBe('kept'),
  )
})

describe('the contract of bosiden with the register', () => {
  it('is kept by ours', async () => expect(await verified(verifyBosidenPact, fileNames.bosiden)).toBe('kept'))

  it.each(['kfr-misspells-organisation', 'kfr-omits-ownership', 'kfr-part-of-an-answer'])(
    'is broken by one with the fault %s',
    async (fault) => expect(await verified(verifyBosidenPact, fileNames.bosiden, fault)).not.toBe('kept'),
  )
})
