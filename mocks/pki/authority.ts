import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import type { KeyAndCertificate } from '../../contracts/config/party-keys.ts'
import { alternativeName, commonName, hour, type Issue, issueCertificate, rsa, year } from './issue.ts'
import { type NumberPlace, privateKeyPem, subjectOf } from './names.ts'
import { makeRoot, readRoot } from './root.ts'

/** A TLS server certificate with its key. Both PEM; the key PKCS #8. */
export interface TlsIdentity {
  readonly certificatePem: string
  readonly keyPem: string
}

/** An enterprise certificate (virksomhetssertifikat) with its RSA key. */
export interface OrganisationIdentity {
  readonly organisationNumber: string
  readonly name: string
  readonly certificateDer: Uint8Array
  readonly certificatePem: string
  /** PKCS #8. */
  readonly privateKeyPem: string
}

export const keyUsageNames = ['digitalSignature', 'nonRepudiation', 'keyEncipherment', 'dataEncipherment'] as const
export type KeyUsage = (typeof keyUsageNames)[number]

export interface OrganisationRequest {
  /** Nine digits. */
  readonly organisationNumber: string
  readonly name: string
  /** Default: one hour ago, so that a clock that is a little behind accepts it. */
  readonly notBefore?: Date
  /** Default: three years from now. */
  readonly notAfter?: Date
  /** Default: digitalSignature and keyEncipherment. */
  readonly keyUsage?: readonly KeyUsage[]
  /** Certificate policies, as dotted numbers. Default: none. */
  readonly policies?: readonly string[]
  /** Where the organisation number stands in the subject. Default: in both places. */
  readonly numberIn?: NumberPlace
}

export interface Validity {
  readonly notBefore: Date
  readonly notAfter: Date
}

/** The test certificate authority. */
export interface Authority {
  readonly rootPem: string
  /** A server certificate for host names and IP addresses. Default: in force for a year. */
  server(names: readonly string[], validity?: Validity): Promise<TlsIdentity>
  /** An enterprise certificate with a fresh RSA 2048 key. */
  organisation(request: OrganisationRequest): Promise<OrganisationIdentity>
}

const ec = { name: 'ECDSA', namedCurve: 'P-256' } as const

/** With a root that was kept from an earlier run, or a new one, whose key then never leaves the memory of this process. */
export async function createAuthority(kept?: KeyAndCertificate): Promise<Authority> {
  const { root, signingKey } = await readRoot(kept ?? (await makeRoot()))
  const issue = (request: Issue) => issueCertificate({ root, signingKey }, request)

  return {
    rootPem: root.toString('pem'),

    async server(names, validity) {
      const own = await crypto.subtle.generateKey(ec, true, ['sign', 'verify'])
      const certificate = await issue({
        subject: [{ CN: [{ utf8String: commonName(names) }] }],
        publicKey: own.publicKey,
        notBefore: validity?.notBefore ?? new Date(Date.now() - hour),
        notAfter: validity?.notAfter ?? new Date(Date.now() + year),
        extensions: [
          new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
          new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
          new x509.SubjectAlternativeNameExtension(names.map(alternativeName)),
        ],
      })
      return { certificatePem: certificate.toString('pem'), keyPem: await privateKeyPem(own.privateKey) }
    },

    async organisation({ organisationNumber, name, notBefore, notAfter, ...profile }) {
      const { keyUsage = defaultUsage, policies = [], numberIn = 'both' } = profile
      const validity = {
        notBefore: notBefore ?? new Date(Date.now() - hour),
        notAfter: notAfter ?? new Date(Date.now() + 3 * year),
      }
      checkOrganisation(organisationNumber, name, validity)
      const own = await crypto.subtle.generateKey(rsa, true, ['sign', 'verify'])
      const certificate = await issue({
        ...validity,
        subject: subjectOf(organisationNumber, name, numberIn),
        publicKey: own.publicKey,
        extensions: [
          new x509.KeyUsagesExtension(keyUsage.reduce(addUsage, 0), true),
          ...(policies.length === 0 ? [] : [new x509.CertificatePolicyExtension([...policies])]),
        ],
      })
      return {
        organisationNumber,
        name,
        certificateDer: new Uint8Array(certificate.rawData),
        certificatePem: certificate.toString('pem'),
        privateKeyPem: await privateKeyPem(own.privateKey),
      }
    },
  }
}

const defaultUsage: readonly KeyUsage[] = ['digitalSignature', 'keyEncipherment']
const addUsage = (flags: number, name: KeyUsage) => flags | x509.KeyUsageFlags[name]

function checkOrganisation(number: string, name: string, validity: Validity): void {
  if (!/^\d{9}$/.test(number)) throw new Error(`Organisation number "${number}" does not have nine digits`)
  if (name.trim() === '') throw new Error(`The organisation ${number} has no name; an enterprise certificate needs one`)
  if (validity.notBefore >= validity.notAfter) {
    throw new Error(`The certificate of ${number} would end before it begins: set notBefore earlier than notAfter`)
  }
}
