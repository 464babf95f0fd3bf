import 'reflect-metadata'
import { createPrivateKey, X509Certificate } from 'node:crypto'
import * as x509 from '@peculiar/x509'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Authority, createAuthority, type OrganisationIdentity } from './authority.ts'
import { organisationNumberOf } from './names.ts'

const names = ['Brønnøysundregistrene', '#1 "Æsj", O=<ond> + CN=x\\ \n& Sønn AS', `${'å'.repeat(90)} AS`, '东京 🏦 AS']

let authority: Authority
let identities: readonly OrganisationIdentity[]
beforeAll(async () => {
  authority = await createAuthority()
  identities = await Promise.all(names.map((name) => authority.organisation({ organisationNumber: '974760673', name })))
})

describe('the root', () => {
  it('is an authority that signed itself', () => {
    const root = new X509Certificate(authority.rootPem)
    expect(root.ca).toBe(true)
    expect(root.verify(root.publicKey)).toBe(true)
  })
})

describe('a server certificate', () => {
  it('chains to the root and holds host names and addresses', async () => {
    const root = new X509Certificate(authority.rootPem)
    const { certificatePem, keyPem } = await authority.server(['127.0.0.1', '::1', 'localhost', 'bånk.example'])
    const certificate = new X509Certificate(certificatePem)
    expect(certificate.checkIssued(root)).toBe(true)
    expect(certificate.verify(root.publicKey)).toBe(true)
    expect(certificate.checkPrivateKey(createPrivateKey(keyPem))).toBe(true)
    expect(certificate.ca).toBe(false)
    expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1'])
    expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1')
    expect(certificate.checkIP('::1')).toBe('::1')
    expect(certificate.checkHost('localhost')).toBe('localhost')
    expect(certificate.checkHost('xn--bnk-ula.example')).toBe('xn--bnk-ula.example')
  })

  it.each([[[]], [['bad name']]])('is refused for %j', async (given) => {
    await expect(authority.server(given)).rejects.toThrow(/host name/)
  })
})

describe('an enterprise certificate', () => {
  it('chains to the root, with key identifiers and a key of its own', () => {
    const root = new X509Certificate(authority.rootPem)
    for (const { certificatePem, certificateDer, privateKeyPem } of identities) {
      const certificate = new X509Certificate(certificatePem)
      expect(certificate.raw.equals(Buffer.from(certificateDer))).toBe(true)
      expect(certificate.checkIssued(root)).toBe(true)
      expect(certificate.verify(root.publicKey)).toBe(true)
      expect(certificate.checkPrivateKey(createPrivateKey(privateKeyPem))).toBe(true)
      expect(certificate.publicKey.asymmetricKeyDetails?.modulusLength).toBe(2048)
      expect(keyIdentifiers(certificatePem)).toEqual({
        authority: subjectKeyOf(authority.rootPem),
        own: expect.any(String),
      })
    }
  })

  it.each(names.map((name, index) => ({ name, index })))('keeps the name $name', ({ name, index }) => {
    const { certificateDer } = identities[index] as OrganisationIdentity
    const { subjectName } = new x509.X509Certificate(Buffer.from(certificateDer))
    expect(subjectName.getField('O')).toEqual([[...name].slice(0, 64).join('')])
    expect(subjectName.getField('2.5.4.97')).toEqual(['NTRNO-974760673'])
    expect(organisationNumberOf(certificateDer)).toBe('974760673')
  })

  it('has the validity and the key usage that were asked for', async () => {
    const notBefore = new Date('2020-01-01T00:00:00Z')
    const notAfter = new Date('2061-01-01T00:00:00Z')
    const { certificatePem } = await authority.organisation({
      organisationNumber: '974760673',
      name: 'X',
      notBefore,
      notAfter,
      keyUsage: ['digitalSignature'],
    })
    const certificate = new x509.X509Certificate(certificatePem)
    expect([certificate.notBefore, certificate.notAfter]).toEqual([notBefore, notAfter])
    expect(usagesOf(certificatePem)).toBe(x509.KeyUsageFlags.digitalSignature)
    expect(usagesOf(identities[0]?.certificatePem ?? '')).toBe(
      x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.keyEncipherment,
    )
  })

  it.each([
    [{ organisationNumber: '97476067', name: 'X' }, /nine digits/],
    [{ organisationNumber: '974760673', name: ' ' }, /no name/],
    [{ organisationNumber: '974760673', name: 'X', notAfter: new Date(0) }, /end before it begins/],
  ])('is refused for %j', async (request, message) => {
    await expect(authority.organisation(request)).rejects.toThrow(message)
  })

  it('has a serial number of its own, positive', () => {
    const serials = identities.map(({ certificatePem }) => new X509Certificate(certificatePem).serialNumber)
    expect(new Set(serials).size).toBe(names.length)
    for (const serial of serials) expect(serial).toMatch(/^4[0-9A-F]{31}$/)
  })
})

const usagesOf = (pem: string) => new x509.X509Certificate(pem).getExtension(x509.KeyUsagesExtension)?.usages

const subjectKeyOf = (pem: string) =>
  new x509.X509Certificate(pem).getExtension(x509.SubjectKeyIdentifierExtension)?.keyId

const keyIdentifiers = (pem: string) => ({
  authority: new x509.X509Certificate(pem).getExtension(x509.AuthorityKeyIdentifierExtension)?.keyId,
  own: subjectKeyOf(pem),
})
