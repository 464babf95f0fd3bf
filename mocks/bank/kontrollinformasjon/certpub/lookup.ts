import {
  participantIdentifier,
  participantScheme,
  processScheme,
} from '../../../../contracts/kontrollinformasjon/profile.ts'
import type { Outgoing } from '../outgoing.ts'
import { type Element, parseXml } from './xml.ts'

/** CertPub: the locator says which publisher a participant has, the publisher gives its certificates (catalogue 5.5). */

/** The participant, or its certificate for the process, is not registered: maskinporten.md 2.2, status 404. */
export class NotRegistered extends Error {
  override readonly name = 'NotRegistered'
}

const interfaceKey = 'difi-bcp-v1'
const namespace = 'urn:fdc:difi.no:2017:virksert:v1'

/** What is looked up. A fault asks for something else than the consumer's certificate for account information. */
export interface Wanted {
  readonly organisationNumber: string
  readonly process: string
}

/** DER of every certificate that is published for the process. Throws `NotRegistered`, or an error for anything else. */
export async function publishedCertificates(
  outgoing: Pick<Outgoing, 'get'>,
  locatorUrl: string,
  { organisationNumber, process }: Wanted,
): Promise<readonly Uint8Array[]> {
  const participant = participantIdentifier(organisationNumber)
  const located = await outgoing.get(joined(locatorUrl, 'lookup/v2', qualified(participantScheme, participant)))
  const publisher = publisherIn(answered(located, 'locator'))
  const pieces = ['api/v1', qualified(participantScheme, participant), qualified(processScheme, process)]
  return certificatesIn(answered(await outgoing.get(joined(publisher, ...pieces)), 'publisher'), participant, process)
}

/** Clients encode, though servers may take it plain (maskinporten.md 2.1). */
const qualified = (scheme: string, identifier: string) => encodeURIComponent(`${scheme}::${identifier}`)

/** Published base URLs stand with and without a final slash (CP-03). */
const joined = (base: string, ...pieces: readonly string[]) => [base.replace(/\/+$/, ''), ...pieces].join('/')

function answered({ status, text }: { status: number; text: string }, who: string): string {
  if (status === 404) throw new NotRegistered(`The ${who} of CertPub knows no such participant`)
  if (status !== 200) throw new Error(`The ${who} of CertPub answers ${status}`)
  return text
}

/** Other keys are other interfaces, and none of ours (CP-04). */
function publisherIn(text: string): string {
  const value: unknown = JSON.parse(text)
  const publisher =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[interfaceKey] : null
  if (typeof publisher !== 'string') throw new NotRegistered(`The participant has no publisher for ${interfaceKey}`)
  return publisher
}

function certificatesIn(text: string, participant: string, process: string): readonly Uint8Array[] {
  const found = parseXml(text)
  if (found.namespace !== namespace || found.name !== 'Process') throw new Error('The publisher answers no Process')
  // A publisher that mixes two participants up must not decide who may read the answer (CP-19).
  if (!identifies(found, 'ParticipantIdentifier', participantScheme, participant))
    throw new Error('The publisher answers for another participant')
  if (!identifies(found, 'ProcessIdentifier', processScheme, process))
    throw new Error('The publisher answers for another process')
  return childrenOf(found, 'Certificate').map((element) => Buffer.from(element.text.replace(/\s+/g, ''), 'base64'))
}

const childrenOf = ({ children }: Element, name: string) =>
  children.filter((child) => child.namespace === namespace && child.name === name)

function identifies(process: Element, name: string, scheme: string, identifier: string): boolean {
  const [found, more] = childrenOf(process, name)
  return more === undefined && found?.attributes.scheme === scheme && found.text === identifier
}
