import type { FileTransferStatus } from '../../contracts/altinn-broker/statuses.ts'

/**
 * How far a transfer is for whoever sends it. Where nothing was answered, this is how it is known whether another has to be
 * made. While it is `open` its file is uploaded into it, once more too when an earlier upload may still be on its way: the
 * first that ends wins, and the other is refused.
 */
export type Progress = 'open' | 'scanned' | 'arrived' | 'failed'

export const progressOf: Readonly<Record<FileTransferStatus, Progress>> = {
  Initialized: 'open',
  UploadStarted: 'open',
  UploadProcessing: 'scanned',
  Published: 'arrived',
  AllConfirmedDownloaded: 'arrived',
  Purged: 'arrived',
  Cancelled: 'failed',
  Failed: 'failed',
}
