import { scopes } from '../contracts/altinn-broker/statuses.ts'
import type { KeyAndCertificate } from '../contracts/config/party-keys.ts'
import { companies } from '../contracts/dsve/fixtures/people.ts'
import type { Registration } from './maskinporten/registry.ts'
import type { Authority, OrganisationIdentity } from './pki/authority.ts'
import { readOrganisation } from './pki/organisation.ts'

/** Who may ask Maskinporten for tokens to the broker: the bank that is tested, and the megler who asks it. */

export interface BrokerClient extends OrganisationIdentity {
  /** At Maskinporten. */
  readonly clientId: string
}

export interface BrokerClients {
  readonly bank: BrokerClient
  readonly megler: BrokerClient
}

/** Ours, and the same in every start, so that a bank writes it down once. */
export const brokerClientIds: Readonly<Record<keyof BrokerClients, string>> = {
  bank: 'a1f4c0de-5b7e-4d0a-9c56-2f8f0b7f6b11',
  megler: 'c7e0a5d2-7f0c-4f55-8a3f-6d2b9e1c4a22',
}

/** Who asks, and whose client it is that others ask through. */
export const meglerhuset = { organisationNumber: companies.megler.id, name: companies.megler.foretaksnavn } as const

interface Organisation {
  readonly organisationNumber: string
  readonly name: string
}

/** The bank's pair where one is kept; the others are new. Throws an Error for a kept one that cannot be used. */
export async function makeBrokerClients(
  authority: Authority,
  bank: Organisation,
  kept: KeyAndCertificate | undefined,
): Promise<BrokerClients> {
  const [one, two] = await Promise.all([
    kept === undefined ? authority.organisation(bank) : readOrganisation('bank', kept, bank.organisationNumber),
    authority.organisation(meglerhuset),
  ])
  return {
    bank: { ...one, clientId: brokerClientIds.bank },
    megler: { ...two, clientId: brokerClientIds.megler },
  }
}

/** Digdir owns the scopes of Altinn. */
const owner = '991825827'

/** Each signs with its enterprise certificate, and may have every scope that there is for the broker. */
export const brokerRegistration = (clients: BrokerClients): Required<Pick<Registration, 'clients' | 'scopes'>> => ({
  clients: Object.values(clients).map(({ clientId, organisationNumber }: BrokerClient) => ({
    clientId,
    organisationNumber,
    signs: 'with-certificate',
    scopes: Object.values(scopes),
  })),
  scopes: Object.values(scopes).map((name) => ({ name, owner, granted: [], open: true })),
})
