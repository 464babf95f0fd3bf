import type { KfrVersion } from '../kfr/operations.ts'

/** What the operator of a register tells about it: whom the harness plays, what it may ask about, and what it is handed. */

/** Two institutions that report, and an agency that asks. */
export const clientNames = ['reporter', 'secondReporter', 'agency'] as const
export type ClientName = (typeof clientNames)[number]

export interface RegisterClient {
  readonly organisationNumber: string
  /** As it stands in Enhetsregisteret (KFRO-065). */
  readonly name?: string
}

export interface AgencyClient extends RegisterClient {
  /** What it sends as Legal-Mandate, before encoding; one that the operator has agreed to. */
  readonly legalMandate: string
}

/** Test data that only the operator can have made. Whatever is left out makes the rows that need it inconclusive. */
export interface RegisterSamples {
  /** Owns an account at an institution of KAR, and is active there today. */
  readonly karCustomer?: string
  /** Disposes of an account, and owns none. */
  readonly disponent?: string
  /** An account that KAR knows. */
  readonly account?: { readonly accountIdentifier: string; readonly organisationNumber: string }
  /** A collection account of `reporter`, at another institution. */
  readonly collectionAccount?: { readonly accountIdentifier: string; readonly organisationNumber: string }
}

/** What is kept in the operator's house, and is handed over as files when everything was asked. */
export const evidenceKinds = ['database', 'spool', 'logs', 'journal'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

export interface RegisterEvidence extends Readonly<Partial<Record<EvidenceKind, readonly string[]>>> {
  /** How long a run waits for files that are newer than what was asked; 0 when it is left out. */
  readonly waitSeconds?: number
}

export interface OperatorProfile {
  /** Base URLs of the look-up interface, with no slash at the end. */
  readonly lookUps: Readonly<Partial<Record<KfrVersion, string>>>
  readonly clients: {
    readonly reporter: RegisterClient
    readonly secondReporter: RegisterClient
    readonly agency: AgencyClient
  }
  readonly samples?: RegisterSamples
  /** Longest time from an answer to a report until a look-up shows it. 5 when it is left out. */
  readonly visibleWithinSeconds?: number
  /** Longest time from the 201 to a batch until the first of it is stored. 60 when it is left out: a job may have to begin. */
  readonly batchStartSeconds?: number
  /** Elements of the batch whose ingestion is watched. 5000 when it is left out: twenty seconds at 250/s. */
  readonly batchEntries?: number
}

export const usualVisibleSeconds = 5
export const usualBatchStartSeconds = 60
export const usualBatchEntries = 5000
