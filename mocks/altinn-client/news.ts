import { violationsOf } from '../../contracts/altinn-broker/schemas.ts'
import { eventPrefix } from '../../contracts/altinn-broker/statuses.ts'
import { type CloudEvent, organisationUrn } from '../../contracts/altinn-broker/wire.ts'

/** What an event of the broker says, in fewer words. */
export interface News {
  /** Without the prefix: `published`, `downloadconfirmed`. */
  readonly type: string
  readonly role: 'Sender' | 'Recipient'
  readonly fileTransferId: string
  /** Whom it is for. */
  readonly organisationNumber: string
}

export const isEvent = (body: unknown): boolean => violationsOf('event', body).length === 0

/** Null for what is no event about a file transfer: a validation call, or what cannot be read. */
export function newsIn(body: unknown): News | null {
  if (!isEvent(body)) return null
  const { type, subject, resourceinstance, data } = body as CloudEvent
  const isOurs = type.startsWith(eventPrefix) && subject?.startsWith(organisationUrn) === true
  if (!isOurs || resourceinstance === undefined || data === undefined) return null
  return {
    type: type.slice(eventPrefix.length),
    role: data.Role,
    fileTransferId: resourceinstance,
    organisationNumber: subject.slice(organisationUrn.length),
  }
}
