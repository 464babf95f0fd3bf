import type { Identifier, Publication, PublishedCertificate } from './publications.ts'
import { document, type Element, element } from './xml.ts'

/** The two documents of the publisher (catalogue 2.2). */

const namespace = 'urn:fdc:difi.no:2017:virksert:v1'

const identified = (name: string, { scheme, value }: Identifier) => element(name, { scheme }, value)

const certificate = ({ base64, serialNumber, expire }: PublishedCertificate) =>
  element('Certificate', { serialNumber, expire }, base64)

/** The certificates of one process. `Role` stands there only when the request named it. */
export function processDocument(publication: Publication, roleNamed: boolean): string {
  const role: readonly Element[] = roleNamed ? [element('Role', {}, publication.role)] : []
  return document(
    element(
      'Process',
      { xmlns: namespace },
      identified('ParticipantIdentifier', publication.participant),
      identified('ProcessIdentifier', publication.process),
      ...role,
      ...publication.certificates.map(certificate),
    ),
  )
}

/** What a participant has published. The names below the root are ours: no example of this document is at hand. */
export function participantDocument(participant: Identifier, publications: readonly Publication[]): string {
  const references = publications.map(({ process, role }) =>
    element('ProcessReference', {}, identified('ProcessIdentifier', process), element('Role', {}, role)),
  )
  return document(
    element('Participant', { xmlns: namespace }, identified('ParticipantIdentifier', participant), ...references),
  )
}
