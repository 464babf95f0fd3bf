import {
  consumerOrganisationNumber,
  participantIdentifier,
  participantScheme,
  processIdentifier,
  processScheme,
} from '../../contracts/kontrollinformasjon/profile.ts'
import type { Identifier, Publications } from './publications.ts'

/** What CertPub thinks of a lookup, in a few words for whoever watches; KI-ENC-009 says what a bank must ask for. */

const brreg: Identifier = { scheme: participantScheme, value: participantIdentifier(consumerOrganisationNumber) }
const account: Identifier = { scheme: processScheme, value: processIdentifier }

const isSame = (one: Identifier, other: Identifier) => one.scheme === other.scheme && one.value === other.value
const text = ({ scheme, value }: Identifier) => `${scheme}::${value}`

export function locatorVerdict(participant: Identifier | null, publications: Publications): string {
  if (participant === null) return `no participant identifier; write it like ${text(brreg)}`
  if (isSame(participant, brreg)) return 'right participant (KI-ENC-009)'
  return publications.of(participant).length > 0
    ? 'another agency: right only when the token is of that one'
    : `nobody has published as ${text(participant)}; expected ${text(brreg)} (KI-ENC-009)`
}

interface Asked {
  readonly participant: Identifier | null
  /** Null when the whole participant was asked for, or what stood there is no identifier. */
  readonly process: Identifier | null
  readonly role: string | null
}

export function publisherVerdict({ participant, process, role }: Asked): string {
  if (participant === null) return `no participant identifier; write it like ${text(brreg)}`
  const who = isSame(participant, brreg) ? 'right participant' : 'another participant than Brønnøysundregistrene'
  if (process === null) return `${who}, no process asked for; expected ${text(account)} (KI-ENC-009)`
  if (!isSame(process, account)) return `${who}, another process: expected ${text(account)} (KI-ENC-009)`
  const asRole = role === null ? '' : `, with the role ${role}, which is to be left out`
  return `${who} and right process${asRole} (KI-ENC-009)`
}

export const nothingHere = (path: string): string =>
  path.includes('//')
    ? 'a slash too many: join the publisher’s address and api/v1 with one'
    : 'there is nothing here; known are /locator/lookup/v2/… and /publisher/api/v1/…'
