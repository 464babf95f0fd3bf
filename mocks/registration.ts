import { scope, tokenLifetime } from '../contracts/kontrollinformasjon/profile.ts'
import type { Agencies } from './keys.ts'
import type { Registration } from './maskinporten/registry.ts'

/** Who may ask this Maskinporten for tokens: the agencies that read accounts, each with its enterprise certificate. */

/** Ours; the real client ids are the agencies' own. */
export const clientIds: Readonly<Record<keyof Agencies, string>> = {
  consumer: '6bf1a7c2-0c62-4cb0-9a3d-3b7f5d1f8e40',
  secondAgency: '0d0b3c5e-58a1-4f0c-9f7e-2b6a4d9c7e11',
}

/** A synthetic organisation: nobody here asks as the owner of the scope. */
const owner = '310000000'

export const registrationOf = (agencies: Agencies): Pick<Registration, 'clients' | 'scopes'> => ({
  clients: (Object.keys(clientIds) as (keyof Agencies)[]).map((agency) => ({
    clientId: clientIds[agency],
    organisationNumber: agencies[agency].organisationNumber,
    signs: 'with-certificate',
    scopes: [scope],
  })),
  scopes: [
    {
      name: scope,
      owner,
      granted: Object.values(agencies).map(({ organisationNumber }) => organisationNumber),
      maxAge: tokenLifetime,
    },
  ],
})
