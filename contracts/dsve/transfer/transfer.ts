import type { PropertyList } from './properties.ts'

/** One file with its metadata, as sender hands it to the broker and recipient gets it. Source: dsve.md 1.7. */
export interface Transfer {
  /** `0192:` and nine digits. */
  readonly sender: string
  readonly recipients: readonly string[]
  readonly sendersFileTransferReference: string
  readonly fileName: string
  readonly propertyList: PropertyList
  readonly payload: Uint8Array
}

const schemes = ['0192:', 'urn:altinn:organization:identifier-no:']

/** The nine digits of a party, in whichever of the broker's two forms it is written. */
export const organisationNumberOf = (party: string): string =>
  party.slice(schemes.find((scheme) => party.startsWith(scheme))?.length ?? 0)

export const partyOf = (organisationNumber: string): string => `0192:${organisationNumber}`
