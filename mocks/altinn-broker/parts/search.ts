import type { RequestHandler } from 'express'
import {
  type FileTransferStatus,
  fileTransferStatuses,
  type RecipientStatus,
  type Role,
  recipientStatuses,
  roles,
} from '../../../contracts/altinn-broker/statuses.ts'
import { resourceIdOf } from '../../../contracts/altinn-broker/wire.ts'
import type { Caller } from '../../http/token-caller.ts'
import { say } from '../../http/traffic.ts'
import { need, type Site } from '../context.ts'
import { refuse, refuseMembers } from '../refuse.ts'
import { recipientOf, recipientState, senderOf, statusOf, type Transfer } from '../transfer.ts'
import { may, nameOf } from './entrance.ts'

/** Which transfers there are for the caller (dsve.md 1.6, below the table). */

interface Search {
  readonly resourceId: string
  readonly status: FileTransferStatus | null
  readonly recipientStatus: RecipientStatus | null
  readonly role: Role | null
  /** Milliseconds since 1970. */
  readonly from: number | null
  readonly to: number | null
  readonly orderAscending: boolean
}

export const search = (site: Site): RequestHandler => searchAs(site, (transfer) => transfer)

/** Its status, and how far its recipients are, may lag behind. */
export const searchAs =
  (site: Site, seenAs: (transfer: Transfer) => Transfer): RequestHandler =>
  ({ query }, response) => {
    const caller = need(response, 'caller')
    const { asked, errors } = searchIn(query)
    if (asked === null) {
      refuseMembers(response, errors)
      return
    }
    const isKnown = site.settings.resources[asked.resourceId] !== undefined
    if (!isKnown || !may(site, caller, 'read') || !may(site, caller, 'write')) {
      refuse(response, 6)
      return
    }
    const found = [...site.ledger.transfers.values()].filter((transfer) => holds(seenAs(transfer), asked, caller))
    const ordered = asked.orderAscending ? found : found.toReversed()
    const given = ordered.slice(0, site.settings.searchCap).map(({ id }) => id)
    const more = found.length > given.length ? ` of ${found.length}: the others do not fit into one answer` : ''
    say(response, `${nameOf(caller)} searches and finds ${given.length}${more}`)
    response.json(given)
  }

function holds(transfer: Transfer, asked: Search, { party }: Caller): boolean {
  const recipient = recipientOf(transfer, party)
  const asRecipient = recipient !== undefined && asked.role !== 'Sender'
  // A sender that was written as a URN is not found by its own search (dsve.md 1.7a).
  const asSender = transfer.asked.sender === senderOf(transfer) && transfer.asked.sender === party
  const isParty = asked.recipientStatus === null ? asRecipient || (asSender && asked.role !== 'Recipient') : asRecipient
  return (
    isParty &&
    transfer.asked.resourceId === asked.resourceId &&
    (asked.status === null || statusOf(transfer) === asked.status) &&
    (asked.recipientStatus === null ||
      (recipient !== undefined && recipientState(recipient).status === asked.recipientStatus)) &&
    isWithin(asked.status === null ? transfer.created : reached(transfer, asked.status), asked)
  )
}

const reached = ({ history, created }: Transfer, status: FileTransferStatus) =>
  history.findLast((change) => change.status === status)?.at ?? created

/** Both bounds are part of the range; one alone is not. */
function isWithin(at: number, { from, to }: Search): boolean {
  if (from !== null && to !== null) return from <= at && at <= to
  return (from === null || at > from) && (to === null || at < to)
}

type Query = Readonly<Record<string, unknown>>

function searchIn(query: Query): { readonly asked: Search | null; readonly errors: Record<string, string[]> } {
  const errors: Record<string, string[]> = {}
  const read = <Value>(name: string, parse: (text: string) => Value | undefined, must: string): Value | null => {
    const text = query[name]
    if (text === undefined || text === '') return null
    const value = typeof text === 'string' ? parse(text) : undefined
    if (value === undefined) errors[name] = [must]
    return value ?? null
  }
  const oneOf =
    <Name extends string>(names: readonly Name[]) =>
    (text: string) =>
      names.find((name, number) => name.toLowerCase() === text.toLowerCase() || String(number) === text)
  const moment = (text: string) => (Number.isNaN(Date.parse(text)) ? undefined : Date.parse(text))
  const resourceId = read('resourceId', resourceIdOf, 'must be one text')
  if (resourceId === null && errors.resourceId === undefined) errors.resourceId = ['must be given']
  const asked = {
    status: read('status', oneOf(fileTransferStatuses), `must be one of ${fileTransferStatuses.join(', ')}`),
    recipientStatus: read(
      'recipientStatus',
      oneOf(recipientStatuses),
      `must be one of ${recipientStatuses.join(', ')}`,
    ),
    role: read('role', oneOf(roles), `must be one of ${roles.join(', ')}`),
    from: read('from', moment, 'must be a date'),
    to: read('to', moment, 'must be a date'),
    orderAscending: read('orderAscending', oneOf(['false', 'true']), 'must be true or false') === 'true',
  }
  return { asked: resourceId === null || Object.keys(errors).length > 0 ? null : { ...asked, resourceId }, errors }
}
