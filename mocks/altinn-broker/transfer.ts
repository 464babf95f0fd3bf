import type { FileTransferStatus, RecipientStatus } from '../../contracts/altinn-broker/statuses.ts'
import { statusTexts } from '../../contracts/altinn-broker/statuses.ts'
import type { Details, InitialiseRequest, Overview, PartyId } from '../../contracts/altinn-broker/wire.ts'
import { partyId } from '../../contracts/altinn-broker/wire.ts'

/** One file on its way: what the broker knows of it. Plain data, so that it can be kept as it is. */
export interface Transfer {
  readonly id: string
  /** As asked for; recipients in the form `0192:…`, the sender as it was written. */
  readonly asked: InitialiseRequest
  readonly useVirusScan: boolean
  /** Milliseconds since 1970, like every time here. */
  readonly created: number
  readonly expires: number
  readonly published: number | null
  /** Bytes; null until they are all here. */
  readonly size: number | null
  /** Of the file, once it is here; before that the one that was promised. */
  readonly checksum: string | null
  /** Oldest first, never empty. */
  readonly history: readonly Change<FileTransferStatus>[]
  readonly recipients: readonly RecipientHistory[]
  /** What happens next without anybody's doing, beside the expiry. */
  readonly due: Due | null
}

export interface RecipientHistory {
  readonly recipient: PartyId
  readonly history: readonly Change<RecipientStatus>[]
}

export interface Change<Status> {
  readonly status: Status
  readonly text: string
  readonly at: number
}

export interface Due {
  readonly what: 'clean' | 'infected' | 'stuck' | 'purge'
  readonly at: number
}

export const lastChange = ({ history }: Pick<Transfer, 'history'>): Change<FileTransferStatus> => {
  const last = history.at(-1)
  if (last === undefined) throw new Error('A transfer has no history')
  return last
}
export const statusOf = (transfer: Transfer): FileTransferStatus => lastChange(transfer).status

/** How far a recipient has come. One who downloads again after the confirmation has confirmed all the same (ours). */
export function recipientState({ history }: RecipientHistory): Change<RecipientStatus> {
  const confirmed = history.findLast(({ status }) => status === 'DownloadConfirmed')
  const state = confirmed ?? history.at(-1)
  if (state === undefined) throw new Error('A recipient has no history')
  return state
}

export const recipientOf = (transfer: Transfer, party: PartyId): RecipientHistory | undefined =>
  transfer.recipients.find(({ recipient }) => recipient === party)

/** The sender as a party, whichever way it was written. */
export const senderOf = ({ asked }: Transfer): PartyId => partyId(asked.sender)

export const moment = (milliseconds: number): string => new Date(milliseconds).toISOString()

const recipientTexts: Readonly<Record<RecipientStatus, string>> = {
  Initialized: 'Initialized',
  DownloadStarted: 'Recipient has attempted to download file',
  DownloadConfirmed: 'Recipient has confirmed downloaded',
}

export const changeOfTransfer = (status: FileTransferStatus, at: number, text = statusTexts[status]) => ({
  status,
  text,
  at,
})
export const changeOfRecipient = (status: RecipientStatus, at: number) => ({ status, text: recipientTexts[status], at })

export function overviewOf(transfer: Transfer): Overview {
  return { ...commonOf(transfer), published: transfer.published === null ? null : moment(transfer.published) }
}

export function detailsOf(transfer: Transfer): Details {
  return {
    ...commonOf(transfer),
    fileTransferStatusHistory: transfer.history.map(({ status, text, at }) => ({
      fileTransferStatus: status,
      fileTransferStatusText: text,
      fileTransferStatusChanged: moment(at),
    })),
    recipientFileTransferStatusHistory: transfer.recipients.flatMap(({ recipient, history }) =>
      history.map(({ status, text, at }) => ({
        recipient,
        recipientFileTransferStatusCode: status,
        recipientFileTransferStatusText: text,
        recipientFileTransferStatusChanged: moment(at),
      })),
    ),
  }
}

function commonOf(transfer: Transfer): Omit<Overview, 'published'> {
  const { id, asked, useVirusScan, checksum, size, created, expires, recipients } = transfer
  const { status, text, at } = lastChange(transfer)
  return {
    fileTransferId: id,
    resourceId: asked.resourceId,
    fileName: asked.fileName,
    sendersFileTransferReference: asked.sendersFileTransferReference,
    checksum,
    useVirusScan,
    fileTransferSize: size ?? 0,
    fileTransferStatus: status,
    fileTransferStatusText: text,
    fileTransferStatusChanged: moment(at),
    created: moment(created),
    expirationTime: moment(expires),
    sender: asked.sender,
    recipients: recipients.map((one) => {
      const state = recipientState(one)
      return {
        recipient: one.recipient,
        currentRecipientFileTransferStatusCode: state.status,
        currentRecipientFileTransferStatusText: state.text,
        currentRecipientFileTransferStatusChanged: moment(state.at),
      }
    }),
    propertyList: asked.propertyList ?? {},
  }
}
