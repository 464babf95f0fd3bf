import { type Root, rootOf } from '../../../../contracts/dsve/messages.ts'
import { isRefusal, isStatus, type Status } from '../../../../contracts/dsve/statuses.ts'

/** A small reader of what the broker carries beside a message, as a bank or a megler has one. */
export interface Read {
  readonly root: Root
  readonly sender: string
  /** With which an answer finds its question, where nothing else does. */
  readonly reference: string
  /** Null in a request, which has none. */
  readonly status: Status | null
  readonly refuses: boolean
  /** Why it refuses; empty where nothing is said. */
  readonly text: string
}

/** Throws an Error that says what cannot be read. */
export function readMetadata(contents: unknown): Read {
  const { propertyList = {}, sender, sendersFileTransferReference } = contents as Partial<Carried>
  const { messageType, status, statusDescription = '' } = propertyList
  const root = rootOf(messageType ?? '')
  if (root === undefined) throw new Error('messageType is that of no message')
  if (status !== undefined && !isStatus(status)) throw new Error('status is none of the five')
  if (sender === undefined || sendersFileTransferReference === undefined)
    throw new Error('sender or reference is missing')
  return {
    root,
    sender,
    reference: sendersFileTransferReference,
    status: status ?? null,
    refuses: isRefusal(status ?? ''),
    text: statusDescription,
  }
}

interface Carried {
  readonly sender: string
  readonly sendersFileTransferReference: string
  readonly propertyList: Readonly<Record<string, string>>
}
