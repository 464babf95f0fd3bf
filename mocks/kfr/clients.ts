import { hkdfSync } from 'node:crypto'
import type { KeyAndCertificate, PartyKeys } from '../../contracts/config/party-keys.ts'
import { scopes } from '../../contracts/kfr/operations.ts'
import type { Registration } from '../maskinporten/registry.ts'
import type { Authority, OrganisationIdentity } from '../pki/authority.ts'
import { readOrganisation } from '../pki/organisation.ts'
import type { Institution } from './context.ts'

/** Who may ask Maskinporten for tokens to the register: the participant as reporter. */

/** Ours, and the same in every start, so that a bank writes it down once. */
export const reporterClientId = 'e2b7f3a9-1d64-4c8b-8f25-93c0a7d15e44'

/** Bits owns the scopes. */
const owner = '916960190'

/** Short, so that whoever keeps a token for long is seen (KFRB-002). */
const tokenSeconds = 30

/** The participant signs with its enterprise certificate. Agencies need the scopes, and get tokens by recipe. */
export const kfrRegistration = (participant: string): Required<Pick<Registration, 'clients' | 'scopes'>> => ({
  clients: [
    {
      clientId: reporterClientId,
      organisationNumber: participant,
      signs: 'with-certificate',
      scopes: [scopes.write],
      accessTokenLifetime: tokenSeconds,
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
