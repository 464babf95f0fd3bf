import 'reflect-metadata'
import type { webcrypto } from 'node:crypto'
import * as x509 from '@peculiar/x509'
import { describe, expect, it } from 'vitest'
import { createRegistry } from '../registry.ts'
import { certificateApproved } from './certificate.ts'
import type { Grant, Office } from './grant.ts'
import { createUsedGrants } from './used-grants.ts'

const ec = { name: 'ECDSA', namedCurve: 'P-256' } as const
const day = 86_400_000

interface Node {
  readonly certificate: x509.X509Certificate
  readonly keys: webcrypto.CryptoKeyPair
}

interface Traits {
  readonly ca: boolean
  readonly over?: boolean
}

/** Bare certificates without key identifiers and key usage, so that nothing but the named trait can refuse them. */
async function make(name: string, { ca, over = false }: Traits, issuer?: Node): Promise<Node> {
  const keys = await crypto.subtle.generateKey(ec, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: '01',
    subject: `CN=${name}`,
    issuer: issuer?.certificate.subjectName ?? `CN=${name}`,
    notBefore: new Date(Date.now() - 3 * day),
    notAfter: new Date(Date.now() + (over ? -day : day)),
    publicKey: keys.publicKey,
    signingKey: (issuer?.keys ?? keys).privateKey,
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
    extensions: [new x509.BasicConstraintsExtension(ca, undefined, true)],
  })
  return { certificate, keys }
}

function outcome(chain: readonly Node[], root: Node): string | undefined {
  const x5c = chain.map(({ certificate }) => Buffer.from(certificate.rawData).toString('base64'))
  const grant = {
    header: { alg: 'RS256', x5c },
    client: { clientId: 'a', organisationNumber: '974760673', signs: 'with-certificate', scopes: [] },
  } as unknown as Grant
  const registry = createRegistry({ trustedRoots: [root.certificate.toString('pem')] })
  const office: Office = { registry, issuer: 'https://issuer.example/', used: createUsedGrants(), now: Date.now() }
  return certificateApproved(grant, office)?.values.what
}

describe('the way from the leaf to a trusted root', () => {
  it('holds straight, and over an intermediate in any place', async () => {
    const root = await make('root', { ca: true })
    const middle = await make('middle', { ca: true }, root)
    const leaf = await make('leaf', { ca: false }, middle)
    expect(outcome([await make('leaf', { ca: false }, root)], root)).toBeUndefined()
    expect(outcome([leaf, middle], root)).toBeUndefined()
    expect(outcome([leaf, root, middle], root)).toBeUndefined()
    expect(outcome([leaf], root)).toBe('issuer not approved')
  })

  it('does not lead over a certificate that is no authority', async () => {
    const root = await make('root', { ca: true })
    const middle = await make('middle', { ca: false }, root)
    expect(outcome([await make('leaf', { ca: false }, middle), middle], root)).toBe('issuer not approved')
  })

  it('does not lead to a root of the same name with another key', async () => {
    const root = await make('root', { ca: true })
    const impostor = await make('root', { ca: true })
    const leaf = await make('leaf', { ca: false }, impostor)
    expect(outcome([leaf], root)).toBe('issuer not approved')
    expect(outcome([leaf, impostor], root)).toBe('issuer not approved')
  })

  it('is open only while every certificate on it is in force', async () => {
    const root = await make('root', { ca: true })
    const middle = await make('middle', { ca: true, over: true }, root)
    expect(outcome([await make('leaf', { ca: false }, middle), middle], root)).toBe('outside its period of validity')
    const pastRoot = await make('root', { ca: true, over: true })
    expect(outcome([await make('leaf', { ca: false }, pastRoot)], pastRoot)).toBe('issuer not approved')
  })
})
