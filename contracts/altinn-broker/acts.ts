import type { InitialiseRequest, PartyId } from './wire.ts'

/**
 * What callers did at the broker, for whoever judges them: more than a line of traffic, and still no file and no token.
 * One is the broker's own doing: `event`, when a webhook was told that a file is published for its organisation.
 */
export interface Act {
  /** ISO 8601, UTC: when the answer began. */
  readonly at: string
  /** `initialise`, `upload`, `search`, `download`, `confirm` and so on. */
  readonly operation: string
  /** Null when the token was not believed. */
  readonly party: PartyId | null
  /** Whose Maskinporten client it was; a data centre's, for example. */
  readonly vendor: PartyId | null
  readonly client: string | null
  readonly fileTransferId: string | null
  /** 0 when the caller hung up before there was an answer. */
  readonly status: number
  /** Query of a search, as it stood. */
  readonly query?: string
  /** Of a search while the broker is made to tell of everything twice: what it found of what was published since. */
  readonly shown?: readonly string[]
  /** What was asked for, where a transfer was initialised. */
  readonly request?: InitialiseRequest
  /** Why the broker said no, where it did with a problem of its own list or about members. */
  readonly refused?: Refused
  /** Of a download: bytes that are to be sent, and whether the last of them has left by now. */
  readonly download?: Download
}

export interface Refused {
  /** Of the list in dsve.md 1.8. */
  readonly number?: number
  /** Members of the body that are not valid. */
  readonly members?: readonly string[]
}

export interface Download {
  readonly bytes: number
  /** The last byte of the file was handed over, and the caller did not hang up before it had gone. */
  whole: boolean
}
