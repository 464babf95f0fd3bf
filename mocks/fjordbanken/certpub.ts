import {
  participantIdentifier,
  participantScheme,
  processIdentifier,
  processScheme,
} from '../../contracts/kontrollinformasjon/profile.ts'
import type { Outgoing } from './outgoing.ts'
import { type Recipient, usableCertificate } from './recipient.ts'
import { refuse } from './refusal.ts'

/** Whose key an answer is sealed to: asked of CertPub for every answer, since caching is optional (catalogue 5.5). */
interface CertPub {
  /** Throws a refusal when CertPub is away, or publishes nothing that may be used. */
  recipient(organisationNumber: string): Promise<Recipient>
}

interface CertPubOptions {
  readonly outgoing: Outgoing
  readonly locatorUrl: string
  /** PEM roots that a published certificate may chain to. */
  readonly trust: readonly string[]
}

export function createCertPub({ outgoing, locatorUrl, trust }: CertPubOptions): CertPub {
  return {
    async recipient(organisationNumber) {
      const participant = participantIdentifier(organisationNumber)
      const who = segment(participantScheme, participant)
      const publisher = publisherIn(await fetched(outgoing, `${slashed(locatorUrl)}lookup/v2/${who}`))
      const what = segment(processScheme, processIdentifier)
      const document = await fetched(outgoing, `${slashed(publisher)}api/v1/${who}/${what}`)
      const usable = certificatesIn(document, participant)
        .map((der) => usableCertificate(der, { organisationNumber, trust, now: new Date() }))
        .find((one) => one !== null)
      if (usable === undefined)
        throw missing(`${who} has published no certificate that is valid, trusted, theirs and for RSA`)
      return usable
    },
  }
}

/** One percent-encoded segment; the hex digits are lower case, which is the same address (RFC 3986 §2.1). */
const segment = (scheme: string, value: string) =>
  encodeURIComponent(`${scheme}::${value}`).replace(/%../g, (code) => code.toLowerCase())

const slashed = (url: string) => (url.endsWith('/') ? url : `${url}/`)

const missing = (why: string) =>
  refuse('withoutCertificate', 'Det finnes ikke noe gyldig sertifikat å kryptere svaret til', {
    why: `CertPub: ${why}`,
  })

const away = (url: string, why: string) =>
  refuse('certPubAway', 'Sertifikatkatalogen svarer ikke', {
    headers: { 'retry-after': '1' },
    why: `CertPub at ${url}: ${why}`,
  })

async function fetched(outgoing: Outgoing, url: string): Promise<string> {
  const { status, text } = await outgoing.get(url).catch((cause: Error) => {
    throw away(url, cause.message)
  })
  if (status === 404) throw missing(`${url} answers 404`)
  if (status !== 200) throw away(url, `it answers ${status}`)
  return text
}

/** Keys of other interfaces may stand beside ours (CP-04). */
function publisherIn(text: string): string {
  try {
    const { 'difi-bcp-v1': url } = JSON.parse(text) as Record<string, unknown>
    if (typeof url === 'string' && url.startsWith('https://')) return url
  } catch {
    // No JSON is no publisher either.
  }
  throw missing('the locator names no publisher under difi-bcp-v1')
}

/**
 * What the publisher says of one participant and one process. A document type could declare entities, so a text that
 * has one is not read at all (CP-18), and one of another participant is not believed (CP-19).
 */
function certificatesIn(xml: string, participant: string): readonly Buffer[] {
  const bare = xml.replace(/<!--[\s\S]*?-->/g, '')
  const says = (name: string, value: string) => elements(bare, name).some((text) => text.trim() === value)
  const isOurs = says('ParticipantIdentifier', participant) && says('ProcessIdentifier', processIdentifier)
  if (/<!/.test(bare) || !isOurs) throw missing(`the publisher answers for another than ${participant}`)
  return elements(bare, 'Certificate').map((text) => Buffer.from(text.replace(/&#x?\w+;|\s/g, ''), 'base64'))
}

const elements = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<(?:[\\w.-]+:)?${name}(?:\\s[^<>]*)?>([^<]*)<`, 'g'))].map(([, text = '']) => text)
