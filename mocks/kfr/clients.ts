import { hkdfSync } from 'node:crypto'
import type { KeyAndCertificate, PartyKeys } from '../../contracts/config/party-keys.ts'
import { scopes } from '../../contracts/kfr/operations.ts'
import { consumerOrganisationNumber } from '../../contracts/kontrollinformasjon/profile.ts'
import type { Registration } from '../maskinporten/registry.ts'
import type { Authority, OrganisationIdentity } from '../pki/authority.ts'
import { readOrganisation } from '../pki/organisation.ts'
import type { Institution } from './context.ts'

/** Who may ask Maskinporten for tokens to the register: the participant as reporter, and an agency that looks up. */

/** Ours, and the same in every start, so that a bank writes it down once. */
export const reporterClientId = 'e2b7f3a9-1d64-4c8b-8f25-93c0a7d15e44'

/** Of Brønnøysundregistrene, who look up for a bostyrer. */
export const lookUpClientId = '4c1d8e36-90b7-4a52-a6d3-7f5b0e29c81a'

/** Bits owns the scopes. */
const owner = '916960190'

/** Short, so that whoever keeps a token for long is seen (KFRB-002). */
const tokenSeconds = 30

/** Both sign with their enterprise certificate. Other agencies need the scopes, and get tokens by recipe. */
export const kfrRegistration = (participant: string): Required<Pick<Registration, 'clients' | 'scopes'>> => ({
  clients: [
    {
      clientId: reporterClientId,
      organisationNumber: participant,
      signs: 'with-certificate',
      scopes: [scopes.write],
      accessTokenLifetime: tokenSeconds,
    },
    {
      clientId: lookUpClientId,
      organisationNumber: consumerOrganisationNumber,
      signs: 'with-certificate',
      // Konkursbehandling is customerRelationships alone (SOL).
      scopes: [scopes.relationships],
    },
  ],
  scopes: Object.values(scopes).map((name) => ({ name, owner, granted: [], open: true })),
})

/** The kept pair, or a new one. Throws an Error for a kept one that cannot be used. */
export const makeReporter = async (
  authority: Authority,
  bank: { readonly organisationNumber: string; readonly name: string },
  kept: KeyAndCertificate | undefined,
): Promise<OrganisationIdentity> =>
  kept === undefined ? authority.organisation(bank) : readOrganisation('bank', kept, bank.organisationNumber)

/** Beside the participant: another reporter, and banks that KAR knows. Synthetic. */
export const otherInstitutions: readonly Institution[] = [
  { organisationNumber: '310000159', name: 'Prøvebanken Nord', reports: true },
  { organisationNumber: '310000140', name: 'NICS Sparebank', reports: false },
]

/** The same for the same keys, so that a folder can be opened again with the keystore it was made with. */
export const kfrSecret = ({ root }: PartyKeys): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', root.privateKey, 'samsvar', 'kfr', 32))
