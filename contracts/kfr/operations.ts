import { encodedLegalMandate, legalMandate } from '../kontrollinformasjon/profile.ts'

/** What Kundeforholdsregisteret can be asked, and where (catalogue, sections 1 and 2). */

/** Look-ups exist in both; reporting in the first alone, as far as anything is published. */
export const versions = ['1.1.2', '2.0'] as const
export type KfrVersion = (typeof versions)[number]

/** The second is ours: only major versions appear in addresses, and nothing else is known of it. */
export const usualBasePaths: Readonly<Record<KfrVersion, string>> = {
  '1.1.2': '/kar-ws/api/v1',
  '2.0': '/kar-ws/api/v2',
}

export const scopes = {
  /** Reporting, and the own look-up. */
  write: 'bits:kundeforhold.write',
  relationships: 'bits:kundeforhold',
  provider: 'bits:kundeforhold.konto',
} as const
export type KfrScope = (typeof scopes)[keyof typeof scopes]

/** The only type of relationship that there is. */
export const relationshipType = 'DSOPBANK'

/** With the letters of the catalogue: A, B, C, D by institutions, E and F by agencies. */
export const operations = {
  add: { letter: 'A', method: 'POST', scope: scopes.write, errors: 'KFR' },
  end: { letter: 'B', method: 'DELETE', scope: scopes.write, errors: 'KFR' },
  batch: { letter: 'C', method: 'POST', scope: scopes.write, errors: 'KFR' },
  own: { letter: 'D', method: 'GET', scope: scopes.write, errors: 'ERR' },
  relationships: { letter: 'E', method: 'GET', scope: scopes.relationships, errors: 'ERR' },
  provider: { letter: 'F', method: 'GET', scope: scopes.provider, errors: 'ERR' },
} as const
export type KfrOperation = keyof typeof operations
export const reporterOperations = ['add', 'end', 'batch', 'own'] as const satisfies KfrOperation[]
export type ReporterOperation = (typeof reporterOperations)[number]

const institutions = '/customers/financialInstitutions'

/** Below the base path. `fid` is the organisation number of the institution. */
export const paths = {
  relationship: (fid: string, type: string = relationshipType) => `${institutions}/${fid}/relationshipType/${type}`,
  batch: (fid: string) => `${institutions}/${fid}/batch`,
  /** With its slash at the end. */
  own: (fid: string) => `${institutions}/${fid}/`,
  relationships: '/customers/customerRelationships',
  provider: '/customers/accountServicingProvider',
} as const

/** As the documents spell them; HTTP does not care about case. */
export const headerNames = {
  customer: 'CustomerID',
  account: 'AccountID',
  correlation: 'CorrelationID',
  mandate: 'Legal-Mandate',
  inquiry: 'AccountInfoRequestID',
} as const

export const queryNames = { from: 'fromDate', to: 'toDate', onlyPrimaryOwner: 'onlyPrimaryOwner' } as const

/** What Konkursregisteret may ask with (SOL): the estate's mandate, and as it stands percent-encoded in the header. */
export const bankruptcyMandate = { text: legalMandate, encoded: encodedLegalMandate } as const

/** Largest file of a batch: ten megabytes, which does not say which kind (ONB D-3). */
export const fileLimits = { certain: 10_000_000, atMost: 10 * 1024 * 1024 } as const
/** How many relationships of a batch are stored in a second, about (ONB D-3). */
export const usualIngestPerSecond = 250
