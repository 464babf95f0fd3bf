import { X509Certificate } from 'node:crypto'
import { organisationNumberOf } from '../../pki/names.ts'
import type { Grant, Rule } from './grant.ts'
import { refuse } from './refusals.ts'

/** Rows 6 to 8: a client that signs with an enterprise certificate sends the chain in `x5c`, leaf first. */

const usesCertificate = ({ client }: Grant) => client.signs === 'with-certificate'

type Chain = readonly [X509Certificate, ...X509Certificate[]]

/** The chain in the header; null when it is not a list of base64 DER certificates. */
export const chainOf = ({ header }: Grant): Chain | null => chainFrom(header.x5c)

export function chainFrom(x5c: unknown): Chain | null {
  if (!Array.isArray(x5c)) return null
  try {
    const [leaf, ...rest] = x5c.map(readCertificate)
    return leaf === undefined ? null : [leaf, ...rest]
  } catch {
    return null
  }
}

function readCertificate(text: unknown): X509Certificate {
  // RFC 7515 §4.1.6: base64, not base64url.
  if (typeof text !== 'string' || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) throw new Error('not base64')
  return new X509Certificate(Buffer.from(text, 'base64'))
}

export const certificateReadable: Rule = (grant) => {
  const { kid, x5c } = grant.header
  const misses = usesCertificate(grant) && kid === undefined && x5c === undefined
  const broken = usesCertificate(grant) && x5c !== undefined && chainOf(grant) === null
  return misses || broken ? refuse('x5c-shape') : undefined
}

export const certificateApproved: Rule = (grant, { registry, now }) => {
  const chain = usesCertificate(grant) ? chainOf(grant) : null
  if (chain === null) return undefined
  const what = flaw(chain, registry.trustedRoots, now)
  return what === null ? undefined : refuse('certificate-not-approved', { what })
}

export const certificateOfOwner: Rule = (grant) => {
  const chain = usesCertificate(grant) ? chainOf(grant) : null
  if (chain === null) return undefined
  const owner = organisationNumberOf(chain[0].raw)
  return owner === grant.client.organisationNumber ? undefined : refuse('certificate-of-another')
}

/** What is wrong with the way from the leaf to a trusted root; null when it holds. */
export function flaw([leaf, ...rest]: Chain, roots: readonly X509Certificate[], now: number): string | null {
  let current = leaf
  // A root sent along in the chain is only trusted when it is ours; every step uses a certificate up.
  for (const unused = new Set(rest); ; ) {
    if (!inForce(current, now)) return 'outside its period of validity'
    if (roots.some((root) => signed(root, current) && inForce(root, now))) return null
    const next = [...unused].find((candidate) => candidate.ca && signed(candidate, current))
    if (next === undefined) return 'issuer not approved'
    unused.delete(next)
    current = next
  }
}

const signed = (issuer: X509Certificate, subject: X509Certificate) =>
  subject.checkIssued(issuer) && subject.verify(issuer.publicKey)

const inForce = ({ validFromDate, validToDate }: X509Certificate, now: number) =>
  validFromDate.getTime() <= now && now <= validToDate.getTime()
