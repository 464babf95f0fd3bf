import 'reflect-metadata'
import type { X509Certificate } from 'node:crypto'
import type { TLSSocket } from 'node:tls'
import * as x509 from '@peculiar/x509'
import type { BrregSighting, ClientCertificate } from '../../contracts/konkursvarsel/sighting.ts'
import { organisationNumberOf } from '../pki/names.ts'

/** Who calls, as far as the connection says. */

const callers = new WeakMap<TLSSocket, BrregSighting['tls']>()

/** Read once for each connection; a socket that is closed tells nothing any more. */
export function callerOf(socket: TLSSocket): BrregSighting['tls'] {
  const known = callers.get(socket)
  if (known !== undefined) return known
  const certificate = socket.getPeerX509Certificate()
  const caller = {
    protocol: socket.getProtocol(),
    certificate: certificate === undefined ? null : certificateOf(certificate, socket.authorized),
  }
  callers.set(socket, caller)
  return caller
}

export const noConnection: BrregSighting['tls'] = { protocol: null, certificate: null }

/** A bank shows the same one on every connection, and thousands of requests are remembered with it. */
const read = new Map<string, ClientCertificate>()
const mostRead = 100

function certificateOf(certificate: X509Certificate, trusted: boolean): ClientCertificate {
  const name = `${certificate.fingerprint256} ${trusted}`
  const known = read.get(name)
  if (known !== undefined) return known
  if (read.size >= mostRead) read.clear()
  const told = describe(certificate, trusted)
  read.set(name, told)
  return told
}

function describe(certificate: X509Certificate, trusted: boolean): ClientCertificate {
  return {
    organisationNumber: organisationNumberOf(certificate.raw),
    trusted,
    issuer: certificate.issuer.split('\n').join(', '),
    notBefore: new Date(certificate.validFrom).toISOString(),
    notAfter: new Date(certificate.validTo).toISOString(),
    policies: policiesOf(certificate.raw),
  }
}

const policiesOf = (der: Uint8Array): readonly string[] =>
  new x509.X509Certificate(Buffer.from(der)).getExtension(x509.CertificatePolicyExtension)?.policies ?? []
