import type { RequestHandler } from 'express'
import type { Caller } from '../../http/token-caller.ts'
import { contextOf, need, type Site } from '../context.ts'
import { refuse, refuseMembers } from '../refuse.ts'
import { recipientOf, senderOf, type Transfer } from '../transfer.ts'
import { may, nameOf } from './entrance.ts'

/** Which transfer it is about, and whether the caller has anything to do with it. */

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export const findTransfer =
  ({ ledger }: Site): RequestHandler<{ fileTransferId: string }> =>
  ({ params: { fileTransferId } }, response, next) => {
    if (!guid.test(fileTransferId)) {
      refuseMembers(response, { fileTransferId: ['must be a guid'] })
      return
    }
    const transfer = ledger.transfers.get(fileTransferId.toLowerCase())
    if (transfer === undefined) refuse(response, 1)
    else {
      contextOf(response).found.transfer = transfer
      next()
    }
  }

const requirePlace =
  (holds: (site: Site, transfer: Transfer, caller: Caller) => boolean, what: string) =>
  (site: Site): RequestHandler<{ fileTransferId: string }> =>
  (_request, response, next) => {
    const caller = need(response, 'caller')
    if (holds(site, need(response, 'transfer'), caller)) next()
    else refuse(response, 6, `${nameOf(caller)} is not ${what} of this file transfer`)
  }

const isSender = (site: Site, transfer: Transfer, caller: Caller) =>
  senderOf(transfer) === caller.party && may(site, caller, 'write')
const isRecipient = (site: Site, transfer: Transfer, caller: Caller) =>
  recipientOf(transfer, caller.party) !== undefined && may(site, caller, 'read')

export const requireSender = requirePlace(isSender, 'the sender')
export const requireRecipient = requirePlace(isRecipient, 'a recipient')
export const requireEither = requirePlace(
  (...given) => isSender(...given) || isRecipient(...given),
  'sender or recipient',
)

/** What is sent, for whoever watches: the message type of the family, or no more than that it is a file. */
export const kindOf = ({ asked: { propertyList = {} } }: Transfer): string => {
  const { messageType = 'a file', status } = propertyList
  return status === undefined ? messageType : `${messageType} ${status}`
}
