import type { FixtureName } from '../fixtures.ts'
import type { KfrCode } from './errors.ts'
import type { KfrOperation, KfrVersion } from './operations.ts'
import type { CustomerKind } from './wire/values.ts'

/** What the register saw of a request, besides what every party notes. Holds no customer number. */

export interface KfrSighting {
  /** `ingested`: no request; the last relationship of a batch was stored. `other`: no operation of the register. */
  readonly operation: KfrOperation | 'ingested' | 'other' | 'handshake'
  readonly version?: KfrVersion
  /** `fid` as it stood in the path, where it has nine digits. */
  readonly institution?: string
  /** Relationship type as it stood in the path, where it is a plain word. */
  readonly type?: string
  /** What stood in the token; null where there was none that could be read. */
  readonly token: SeenToken | null
  /** `CorrelationID`, where it is a UUID; of `ingested` that of the batch. */
  readonly correlationId?: string
  readonly customer?: SeenCustomer
  readonly period?: { readonly from: string | null; readonly to: string | null }
  /** How many institutions the answer of a look-up named. */
  readonly named?: number
  readonly batch?: SeenBatch
  /** Error code of the answer. */
  readonly code?: KfrCode
  /** What is not as it should be about the request, whatever it was answered. */
  readonly problems: readonly KfrProblem[]
  /** The time that it was for the register, where its clock was set; ISO 8601, UTC. */
  readonly clock?: string
}

export interface SeenToken {
  /** Whether signature, issuer and times were in order. */
  readonly believed: boolean
  readonly scopes: readonly string[]
  /** Of `consumer`; null where it names no organisation. */
  readonly organisation: string | null
  /** Of `client_amr`. */
  readonly method: string | null
  /** Seconds since 1970. */
  readonly issued: number | null
  readonly expires: number | null
  /** Seconds that had passed since it expired when it came; negative before. By the clock of Maskinporten. */
  readonly late: number | null
}

export interface SeenCustomer {
  /** Keyed digest, equal for equal numbers for as long as the register runs. */
  readonly digest: string
  readonly fixture?: FixtureName
  readonly kind: CustomerKind
  /** Whether it is marked as nobody's (`isSynthetic`). */
  readonly synthetic: boolean
}

export interface SeenBatch {
  /** Left out where the form could not be read so far. */
  readonly entries?: number
  /** Of the part with the list. */
  readonly fileBytes?: number
  /** In the order of the file; those of the first thousand entries, and every fixture. */
  readonly customers?: readonly (SeenCustomer & { readonly since: string | null })[]
  /** Entries whose number stood in the file before. */
  readonly duplicates?: number
  /** Entries that are neither marked as nobody's nor a fixture. */
  readonly unmarked?: number
  /** Entries that begin later than the day of the batch. */
  readonly future?: number
  readonly boundary: 'bare' | 'quoted' | 'missing' | 'other-type'
  /** It is so large that nobody read it to its end: `fileBytes` is what there was at least, and of the rest nothing is known. */
  readonly isCut?: true
  /** The body begins with the boundary of the header; ends with its closing delimiter. */
  readonly opens: boolean
  readonly closes: boolean
  readonly parts: readonly SeenPart[]
}

export interface SeenPart {
  readonly name: string | null
  readonly hasFileName: boolean
  /** Media type of the part; null where it says none. */
  readonly mediaType: string | null
}

/**
 * `scheme-missing`: a token stands in `Authorization` without the word Bearer. `customer-in-url`: nine or eleven digits in the address that are not the institution's. `own-without-slash`: the own
 * look-up without its slash at the end. `dates-not-iso`: `fromDate` or `toDate` is no day. `date-malformed`: the day of an
 * element is not written yyyy-MM-dd; `no-such-day`: it is, and there is none.
 */
export type KfrProblem =
  | 'correlation-id-missing'
  | 'correlation-id-malformed'
  | 'customer-missing'
  | 'customer-malformed'
  | 'customer-in-url'
  | 'scheme-missing'
  | 'type-unknown'
  | 'institution-of-another'
  | 'own-without-slash'
  | 'dates-not-iso'
  | 'list-malformed'
  | 'date-malformed'
  | 'no-such-day'
  | 'part-missing'
  | 'file-too-large'
