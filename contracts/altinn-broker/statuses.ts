/** The enumerations of the Altinn 3 file-transfer interface (dsve.md 1.7c, 1.10); a place in a list is its number on the wire. */

export const fileTransferStatuses = [
  'Initialized',
  'UploadStarted',
  'UploadProcessing',
  'Published',
  'Cancelled',
  'AllConfirmedDownloaded',
  'Purged',
  'Failed',
] as const
export type FileTransferStatus = (typeof fileTransferStatuses)[number]

export const recipientStatuses = ['Initialized', 'DownloadStarted', 'DownloadConfirmed'] as const
export type RecipientStatus = (typeof recipientStatuses)[number]

export const roles = ['Recipient', 'Sender'] as const
export type Role = (typeof roles)[number]

/** `fileTransferStatusText` where nothing more can be said. */
export const statusTexts: Readonly<Record<FileTransferStatus, string>> = {
  Initialized: 'Ready for upload',
  UploadStarted: 'Upload started',
  UploadProcessing: 'Processing upload',
  Published: 'Ready for download',
  Cancelled: 'FileTransfer cancelled',
  AllConfirmedDownloaded: 'All downloaded',
  Purged: 'FileTransfer has been purged',
  Failed: 'Upload failed',
}

export const eventPrefix = 'no.altinn.broker.'

/** What follows the prefix, and who is told. */
export const eventTypes = {
  filetransferinitialized: ['Sender'],
  uploadprocessing: ['Sender'],
  uploadfailed: ['Sender'],
  published: ['Sender', 'Recipient'],
  downloadconfirmed: ['Sender', 'Recipient'],
  allconfirmeddownloaded: ['Sender'],
  fileneverconfirmeddownloaded: ['Sender', 'Recipient'],
  filepurged: ['Sender'],
} as const satisfies Readonly<Record<string, readonly Role[]>>
export type EventType = keyof typeof eventTypes

/** With which a new subscription is probed. */
export const validationType = 'platform.events.validatesubscription'

export const scopes = {
  read: 'altinn:broker.read',
  write: 'altinn:broker.write',
  subscribe: 'altinn:events.subscribe',
} as const
export type ScopeName = keyof typeof scopes

/** Resource ids of DSVE at the broker (1.5). */
export const dsveResources = { test: 'kv_dsve_test', production: 'kv_dsve' } as const
