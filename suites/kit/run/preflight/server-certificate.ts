import { X509Certificate } from 'node:crypto'
import { checkServerIdentity, type PeerCertificate } from 'node:tls'
import { datesOf } from './certificates.ts'
import { type Diagnosis, ok, problem } from './diagnosis.ts'
import { codeOf, what } from './steps.ts'

/** What the bank's certificate says, and those that it sends with it. */
export function lookAtCertificate(
  peer: PeerCertificate,
  untrusted: Error | string | null,
  host: string,
): readonly Diagnosis[] {
  const name = 'the certificate of the bank'
  const remedy = 'the bank must renew it'
  return [
    trustOf(untrusted),
    nameOf(peer, host),
    datesOf({ name, certificate: new Uint8Array(peer.raw), remedy }, Date.now()),
    ...intermediates(peer).map((certificate, index) =>
      datesOf({ name: `certificate ${index + 2} of its chain`, certificate, remedy }, Date.now()),
    ),
  ]
}

/** The reasons that are told elsewhere: names and dates have lines of their own. */
const toldElsewhere = /ALTNAME|HAS_EXPIRED|NOT_YET_VALID/

function trustOf(untrusted: Error | string | null): Diagnosis {
  const code = untrusted === null ? '' : typeof untrusted === 'string' ? untrusted : codeOf(untrusted)
  if (code === '' || toldElsewhere.test(code)) return ok(what.tls, 'the chain is trusted')
  const isShort = code.includes('LEAF_SIGNATURE') || code.includes('ISSUER_CERT_LOCALLY')
  const missing = isShort ? '; or the bank does not send the certificates in between, and must' : ''
  return problem(
    what.tls,
    `has a certificate that is not trusted (${code})`,
    `add the root that it chains to to "trust"${missing}`,
  )
}

function nameOf(peer: PeerCertificate, host: string): Diagnosis {
  if (checkServerIdentity(host, peer) === undefined) return ok(what.names, host)
  const names = (peer.subjectaltname ?? '').replace(/(DNS|IP Address):/g, '').slice(0, 200) || 'none'
  const remedy = 'write one of them in "baseUrl", or let the bank add this one'
  return problem(what.names, `has a certificate for other names: ${names}`, remedy)
}

/** What is sent besides the leaf, without the root, which is ours to judge. */
function intermediates(peer: PeerCertificate): readonly Uint8Array[] {
  const found: Uint8Array[] = []
  let here = peer as PeerCertificate & { issuerCertificate?: PeerCertificate }
  while (here.issuerCertificate !== undefined && here.issuerCertificate.fingerprint256 !== here.fingerprint256) {
    here = here.issuerCertificate
    if (!isSelfSigned(here.raw)) found.push(new Uint8Array(here.raw))
  }
  return found
}

function isSelfSigned(raw: Uint8Array): boolean {
  const certificate = new X509Certificate(raw)
  return certificate.subject === certificate.issuer
}
