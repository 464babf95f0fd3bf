import type { FixtureName } from '../fixtures.ts'

/**
 * Brønnøysundregistrene look into the register for a bostyrer: where does the debtor own an account, or did so since? They
 * may ask that and no more, with 2.0 (SOL): `customerRelationships` for owners alone. `accountServicingProvider` is no part
 * of Konkursbehandling. Names the fixture, and the agency alone puts the number in its place.
 */
export interface LookUp {
  readonly customer: FixtureName
  /** `fromDate`, at most twelve months before the ruling; `toDate` is today. Default: twelve months ago. */
  readonly from?: string
}

/** What the register answered. */
export interface LookedUp {
  readonly status: number
  /** Of an error; null where there was none. */
  readonly code: string | null
  readonly period: { readonly from: string; readonly to: string }
  /** Empty where nobody was named, or nothing was answered. */
  readonly banks: readonly LookedUpBank[]
}

interface LookedUpBank {
  readonly organizationID: string
  readonly bankName: string
}
