import type { EventType, Role } from '../../contracts/altinn-broker/statuses.ts'
import type { InitialiseRequest, PartyId } from '../../contracts/altinn-broker/wire.ts'
import { partyId, resourceIdOf } from '../../contracts/altinn-broker/wire.ts'
import type { ProblemNumber } from './problems.ts'
import type { Due, Transfer } from './transfer.ts'
import { changeOfRecipient, changeOfTransfer, recipientOf, recipientState, senderOf, statusOf } from './transfer.ts'

/** What may become of a transfer, and when (dsve.md 1.2, 1.6, 1.10). Pure: from a transfer to the next, or why not. */

export interface Step {
  readonly transfer: Transfer
  /** Who is told of what. */
  readonly raised: readonly Raised[]
  /** The file is not needed any more. */
  readonly drops?: true
}

export interface Raised {
  readonly type: EventType
  readonly role: Role
  readonly party: PartyId
  /** Which recipient it is about, where there may be several. */
  readonly about?: PartyId
}

export interface Refused {
  readonly refused: ProblemNumber
}
export type Outcome = Step | Refused

export const isRefused = (outcome: Outcome): outcome is Refused => 'refused' in outcome

const toSender = (transfer: Transfer, type: EventType, about?: PartyId): Raised => ({
  type,
  role: 'Sender',
  party: senderOf(transfer),
  ...(about === undefined ? {} : { about }),
})
const toRecipient = (party: PartyId, type: EventType): Raised => ({ type, role: 'Recipient', party })

export interface Birth {
  readonly id: string
  readonly now: number
  readonly lifeMs: number
}

export function initialise(request: InitialiseRequest, { id, now, lifeMs }: Birth): Step {
  const recipients = [...new Set(request.recipients.map(partyId))]
  const transfer: Transfer = {
    id,
    asked: { ...request, resourceId: resourceIdOf(request.resourceId), recipients },
    useVirusScan: request.disableVirusScan !== true,
    created: now,
    expires: now + lifeMs,
    published: null,
    size: null,
    checksum: request.checksum ?? null,
    history: [changeOfTransfer('Initialized', now)],
    recipients: recipients.map((recipient) => ({ recipient, history: [changeOfRecipient('Initialized', now)] })),
    due: null,
  }
  return { transfer, raised: [toSender(transfer, 'filetransferinitialized')] }
}

/** Once more while an upload runs is allowed: the first that ends wins. */
export function beginUpload(transfer: Transfer, now: number, stuckUploadMs: number): Outcome {
  if (!['Initialized', 'UploadStarted'].includes(statusOf(transfer))) return { refused: 4 }
  const due = { what: 'stuck', at: now + stuckUploadMs } as const
  return { transfer: became(transfer, 'UploadStarted', now, { due }), raised: [] }
}

export interface Uploaded {
  readonly size: number
  /** MD5, as the broker counts it. */
  readonly checksum: string
}

/** `scan`: what the virus scan will find, and when; it is not asked where the sender declined it. */
export function endUpload(transfer: Transfer, uploaded: Uploaded, now: number, scan: Due): Outcome {
  if (statusOf(transfer) !== 'UploadStarted') return { refused: 4 }
  const { checksum, size } = uploaded
  const promised = transfer.asked.checksum ?? checksum
  if (promised !== checksum) return failed({ ...transfer, size }, now, 'Checksum mismatch', [])
  const here = { ...transfer, checksum, size }
  if (!transfer.useVirusScan) return published(here, now)
  return {
    transfer: became(here, 'UploadProcessing', now, { due: scan }),
    raised: [toSender(transfer, 'uploadprocessing')],
  }
}

/** The sender hung up, or the storage was full. */
export function breakUpload(transfer: Transfer, now: number): Outcome {
  if (statusOf(transfer) !== 'UploadStarted') return { refused: 4 }
  return failed(transfer, now, 'The upload broke off', [toSender(transfer, 'uploadfailed')])
}

/** Re-download works until the file is purged; every download is marked. */
export function beginDownload(transfer: Transfer, recipient: PartyId, now: number): Outcome {
  if (!['Published', 'AllConfirmedDownloaded'].includes(statusOf(transfer))) return { refused: 7 }
  return { transfer: marked(transfer, recipient, 'DownloadStarted', now), raised: [] }
}

/** `grace`: until the file is purged when all have confirmed. */
export function confirm(transfer: Transfer, recipient: PartyId, now: number, graceMs: number): Outcome {
  if (transfer.size === null) return { refused: 3 }
  if (statusOf(transfer) !== 'Published') return { refused: 10 }
  const one = recipientOf(transfer, recipient)
  const state = one && recipientState(one).status
  if (state === 'DownloadConfirmed') return { transfer, raised: [] }
  if (state !== 'DownloadStarted') return { refused: 19 }
  const confirmed = marked(transfer, recipient, 'DownloadConfirmed', now)
  const raised = [
    toRecipient(recipient, 'downloadconfirmed'),
    toSender(transfer, 'downloadconfirmed', recipient),
  ] as const
  const isLast = confirmed.recipients.every((each) => recipientState(each).status === 'DownloadConfirmed')
  if (!isLast) return { transfer: confirmed, raised }
  const due = { what: 'purge', at: now + graceMs } as const
  return {
    transfer: became(confirmed, 'AllConfirmedDownloaded', now, { due }),
    raised: [...raised, toSender(transfer, 'allconfirmeddownloaded')],
  }
}

/** When something happens by itself next; null when nothing does any more. */
export function nextDue({ due, expires, history }: Transfer): number | null {
  if (history.at(-1)?.status === 'Purged') return null
  return due === null ? expires : Math.min(due.at, expires)
}

/** What happens by itself at that time. The transfer stays as it is when nothing is due. */
export function happen(transfer: Transfer, now: number): Step {
  const at = nextDue(transfer)
  if (at === null || at > now) return { transfer, raised: [] }
  if (transfer.due === null || transfer.due.at > transfer.expires) return expired(transfer, at)
  if (transfer.due.what === 'clean') return published(transfer, at)
  if (transfer.due.what === 'purge') return purged(transfer, at, [])
  const why = transfer.due.what === 'infected' ? 'The virus scan found malware' : 'The upload never ended'
  return failed(transfer, at, why, [toSender(transfer, 'uploadfailed')])
}

const published = (transfer: Transfer, now: number): Step => ({
  transfer: { ...became(transfer, 'Published', now), published: now },
  raised: [
    toSender(transfer, 'published'),
    ...transfer.recipients.map(({ recipient }) => toRecipient(recipient, 'published')),
  ],
})

const failed = (transfer: Transfer, now: number, why: string, raised: readonly Raised[]): Step => ({
  transfer: { ...became(transfer, 'Failed', now, { text: why }), size: null },
  raised,
  drops: true,
})

function expired(transfer: Transfer, now: number): Step {
  const late = transfer.recipients.filter((one) => recipientState(one).status !== 'DownloadConfirmed')
  const never = transfer.published === null ? [] : late
  return purged(transfer, now, [
    ...never.map(({ recipient }) => toRecipient(recipient, 'fileneverconfirmeddownloaded')),
    ...never.map(({ recipient }) => toSender(transfer, 'fileneverconfirmeddownloaded', recipient)),
  ])
}

const purged = (transfer: Transfer, now: number, raised: readonly Raised[]): Step => ({
  transfer: became(transfer, 'Purged', now),
  raised: [...raised, toSender(transfer, 'filepurged')],
  drops: true,
})

type Status = Transfer['history'][number]['status']

const became = (
  transfer: Transfer,
  status: Status,
  now: number,
  { due = null, text }: { readonly due?: Due | null; readonly text?: string } = {},
): Transfer => ({ ...transfer, due, history: [...transfer.history, changeOfTransfer(status, now, text)] })

const marked = (
  transfer: Transfer,
  recipient: PartyId,
  status: 'DownloadStarted' | 'DownloadConfirmed',
  now: number,
): Transfer => ({
  ...transfer,
  recipients: transfer.recipients.map((one) =>
    one.recipient === recipient ? { ...one, history: [...one.history, changeOfRecipient(status, now)] } : one,
  ),
})
