/** The published error codes (catalogue, section 2.4). KFR-006 is defined nowhere. KFR speaks English, ERR Norwegian. */

export const errorMessages = {
  'KFR-001': 'Client is not authenticated',
  'KFR-002': 'Client does not have access',
  'KFR-003': 'Client cannot manage customer relationships for the given organisation number',
  'KFR-004': 'Invalid request',
  'KFR-005': 'Invalid customer identifier',
  'KFR-007': 'Internal error',
  'KFR-008': 'Customer relationship not found',
  'KFR-009': 'Invalid customer relationship type',
  'KFR-010': 'Invalid date format',
  'ERR-001': 'Klient er ikke autorisert',
  'ERR-002': 'Ugyldig KUNDEID',
  'ERR-003': 'Ugyldig periode eller datoformat',
  'ERR-004': 'Ugyldig kontonummer',
} as const

export type KfrCode = keyof typeof errorMessages
export const errorCodes = Object.keys(errorMessages) as readonly KfrCode[]

/** Of every error but the one below. */
export interface ErrorBody {
  readonly errorCode: KfrCode
  readonly errorMessage: string
  /** RFC 3339. */
  readonly timestamp: string
}

/** Milliseconds since 1970; without a fraction, as in the published example. */
export const errorBody = (code: KfrCode, at: number): ErrorBody => ({
  errorCode: code,
  errorMessage: errorMessages[code],
  timestamp: `${new Date(at).toISOString().slice(0, 19)}Z`,
})

/** What `accountServicingProvider` answers to whoever is not authenticated. */
export const unauthorisedBody = {
  statusCode: 401,
  message: 'Unauthorized. Access token is missing or invalid',
} as const
