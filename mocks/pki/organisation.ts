import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import type { KeyAndCertificate } from '../../contracts/config/party-keys.ts'
import type { OrganisationIdentity } from './authority.ts'
import { checkPair } from './check-pair.ts'
import { organisationNumberOf } from './names.ts'

/** An enterprise certificate between runs. */

export const keptOrganisation = ({ privateKeyPem, certificatePem }: OrganisationIdentity): KeyAndCertificate => ({
  privateKey: privateKeyPem,
  certificate: certificatePem,
})

/** Throws when the pair is unusable, or the certificate is not of that organisation. */
export function readOrganisation(
  member: string,
  kept: KeyAndCertificate,
  organisationNumber: string,
): OrganisationIdentity {
  const { raw } = checkPair(member, kept)
  if (organisationNumberOf(raw) !== organisationNumber) {
    throw new Error(
      `The kept certificate of ${member} is not of ${organisationNumber}; take "parties" out of the keystore for new ones`,
    )
  }
  const [name = organisationNumber] = new x509.X509Certificate(raw).subjectName.getField('O')
  return {
    organisationNumber,
    name,
    certificateDer: new Uint8Array(raw),
    certificatePem: kept.certificate,
    privateKeyPem: kept.privateKey,
  }
}
