import { createPrivateKey, generateKeyPair, X509Certificate } from 'node:crypto'
import { promisify } from 'node:util'
import type { KeyAndCertificate, PartyKeys } from '../contracts/config/party-keys.ts'
import { tokenIssuers } from '../contracts/control/protocol.ts'
import { consumerOrganisationNumber } from '../contracts/kontrollinformasjon/profile.ts'
import { createAuthority, type OrganisationIdentity } from './pki/authority.ts'
import { checkPair } from './pki/check-pair.ts'
import { clientCertificate } from './pki/client.ts'
import { keptOrganisation, readOrganisation } from './pki/organisation.ts'
import { makeRoot } from './pki/root.ts'

/** What of the parties outlives a run: made once, kept by whoever starts them, and read again. */

const consumer = { organisationNumber: consumerOrganisationNumber, name: 'Brønnøysundregistrene' } as const

/** Fixture C2: Skatteetaten, a data consumer as well (maskinporten.md 1.7). */
export const secondAgency = { organisationNumber: '974761076', name: 'Skatteetaten' } as const

/** Everything new: one EC key, five of RSA 2048. */
export async function makePartyKeys(): Promise<PartyKeys> {
  const root = await makeRoot()
  const authority = await createAuthority(root)
  const [one, two, ...issuers] = await Promise.all([
    authority.organisation(consumer),
    authority.organisation(secondAgency),
    ...tokenIssuers.map(async (name) => [name, await newIssuerKey()] as const),
  ])
  return {
    root,
    issuers: Object.fromEntries(issuers) as PartyKeys['issuers'],
    consumer: keptOrganisation(one),
    secondAgency: keptOrganisation(two),
  }
}

export interface Agencies {
  readonly consumer: OrganisationIdentity
  readonly secondAgency: OrganisationIdentity
}

/** Throws an Error that names the member that cannot be used, and repeats nothing of it. */
export function readAgencies(keys: PartyKeys): Agencies {
  const root = checkPair('root', keys.root).publicKey
  const read = (member: keyof Agencies, organisationNumber: string) => {
    const identity = readOrganisation(member, keys[member], organisationNumber)
    if (new X509Certificate(identity.certificateDer).verify(root)) return identity
    throw new Error(`The kept certificate of ${member} is not issued by the kept root; both must come from one start`)
  }
  return {
    consumer: read('consumer', consumer.organisationNumber),
    secondAgency: read('secondAgency', secondAgency.organisationNumber),
  }
}

interface Organisation {
  readonly organisationNumber: string
  readonly name: string
}

/** The same keys, and among them an enterprise certificate of that bank: the kept one, or a new one where that is of no use. */
export async function withBank(keys: PartyKeys, bank: Organisation): Promise<PartyKeys> {
  if (keys.bank !== undefined && isOf(bank, keys.bank, keys.root)) return keys
  const authority = await createAuthority(keys.root)
  return { ...keys, bank: keptOrganisation(await clientCertificate(authority, bank)) }
}

function isOf({ organisationNumber }: Organisation, kept: KeyAndCertificate, root: KeyAndCertificate): boolean {
  try {
    const { certificateDer } = readOrganisation('bank', kept, organisationNumber)
    return new X509Certificate(certificateDer).verify(new X509Certificate(root.certificate).publicKey)
  } catch {
    return false
  }
}

/** Throws an Error that names the issuer whose key is unusable. */
export function requireIssuerKeys({ issuers }: PartyKeys): void {
  for (const name of tokenIssuers) {
    if (!isRsaKey(issuers[name]))
      throw new Error(
        `The kept key of the issuer "${name}" is no RSA key in PEM; take "parties" out of the keystore for new ones`,
      )
  }
}

function isRsaKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa'
  } catch {
    return false
  }
}

const newIssuerKey = async () =>
  (await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })).privateKey
    .export({ type: 'pkcs8', format: 'pem' })
    .toString()
