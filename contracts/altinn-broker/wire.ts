import type { FileTransferStatus, RecipientStatus, Role } from './statuses.ts'

/** Bodies of the Altinn 3 file-transfer interface (dsve.md 1.7, 1.8, 1.10), as they stand in JSON. Times are ISO 8601 with offset. */

/** Four digits, colon, nine digits; or `urn:altinn:organization:identifier-no:` and nine digits. */
export type PartyId = string

export interface InitialiseRequest {
  readonly fileName: string
  readonly resourceId: string
  readonly sendersFileTransferReference: string
  readonly sender: PartyId
  readonly recipients: readonly PartyId[]
  readonly propertyList?: Readonly<Record<string, string>>
  /** MD5, 32 hexadecimal digits in lower case. */
  readonly checksum?: string | null
  readonly disableVirusScan?: boolean
}

export interface Overview {
  readonly fileTransferId: string
  readonly resourceId: string
  readonly fileName: string
  readonly sendersFileTransferReference: string
  readonly checksum: string | null
  readonly useVirusScan: boolean
  readonly fileTransferSize: number
  readonly fileTransferStatus: FileTransferStatus
  readonly fileTransferStatusText: string
  readonly fileTransferStatusChanged: string
  readonly created: string
  readonly expirationTime: string
  readonly sender: PartyId
  readonly recipients: readonly RecipientState[]
  readonly propertyList: Readonly<Record<string, string>>
  /** Null until it is published. */
  readonly published: string | null
}

interface RecipientState {
  readonly recipient: PartyId
  readonly currentRecipientFileTransferStatusCode: RecipientStatus
  readonly currentRecipientFileTransferStatusText: string
  readonly currentRecipientFileTransferStatusChanged: string
}

export interface Details extends Omit<Overview, 'published'> {
  readonly fileTransferStatusHistory: readonly {
    readonly fileTransferStatus: FileTransferStatus
    readonly fileTransferStatusText: string
    readonly fileTransferStatusChanged: string
  }[]
  readonly recipientFileTransferStatusHistory: readonly {
    readonly recipient: PartyId
    readonly recipientFileTransferStatusCode: RecipientStatus
    readonly recipientFileTransferStatusText: string
    readonly recipientFileTransferStatusChanged: string
  }[]
}

/** CloudEvents 1.0. The validation event has no more than the first four. */
export interface CloudEvent {
  readonly specversion: '1.0'
  readonly id: string
  readonly type: string
  readonly source: string
  readonly time?: string
  /** `urn:altinn:resource:` and the resource id. */
  readonly resource?: string
  /** The fileTransferId. */
  readonly resourceinstance?: string
  /** `urn:altinn:organization:identifier-no:` and nine digits. */
  readonly subject?: string
  readonly data?: { readonly Role: Role }
}

export const organisationUrn = 'urn:altinn:organization:identifier-no:'
export const resourceUrn = 'urn:altinn:resource:'

/** `0192:NNNNNNNNN`, whichever way it was written. */
export const partyId = (written: PartyId): PartyId =>
  written.startsWith(organisationUrn) ? `0192:${written.slice(organisationUrn.length)}` : written

/** The nine digits. */
export const organisationNumberOf = (party: PartyId): string => party.slice(-9)

/** Without `urn:altinn:resource:`. */
export const resourceIdOf = (written: string): string =>
  written.startsWith(resourceUrn) ? written.slice(resourceUrn.length) : written
