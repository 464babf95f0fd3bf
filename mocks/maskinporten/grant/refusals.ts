/** Every way in which the token endpoint says no (catalogue 1.4). The texts after a dash are ours where no source has one. */

interface Entry {
  readonly status: number
  readonly error: string
  readonly code: string | null
  /** `{name}` stands for a value that the rule hands over. */
  readonly description: string
}

export const refusals = {
  method: { status: 405, error: 'invalid_request', code: null, description: 'Only POST is allowed' },
  'content-type': {
    status: 415,
    error: 'invalid_request',
    code: null,
    description: 'Content-Type must be application/x-www-form-urlencoded',
  },
  'body-too-large': { status: 413, error: 'invalid_request', code: null, description: 'Request body too large' },
  'body-unreadable': { status: 400, error: 'invalid_request', code: null, description: 'Unreadable request body' },
  'unsupported-grant-type': {
    status: 400,
    error: 'unsupported_grant_type',
    code: null,
    description: 'Unsupported grant_type, expected urn:ietf:params:oauth:grant-type:jwt-bearer',
  },
  'assertion-invalid': {
    status: 400,
    error: 'invalid_request',
    code: 'MP-011',
    description: 'Invalid assertion. Invalid parameter value: {what}',
  },
  'client-unknown': {
    status: 400,
    error: 'invalid_grant',
    code: 'MP-100',
    description: 'Invalid assertion. Client authentication failed. (Client not found)',
  },
  audience: {
    status: 400,
    error: 'invalid_grant',
    code: 'MP-110',
    description: 'Invalid assertion. Client authentication failed. Invalid JWT claim aud',
  },
  'x5c-shape': { status: 400, error: 'invalid_grant', code: 'MP-123', description: 'Invalid JWT header x5c' },
  'certificate-not-approved': {
    status: 400,
    error: 'invalid_grant',
    code: 'MP-120',
    description:
      'Invalid assertion. Client authentication failed. The JWT is signed with an invalid certificate: {what}',
  },
  'certificate-of-another': {
    status: 400,
    error: 'invalid_grant',
    code: 'MP-122',
    description: 'Invalid organization number for client. Does not match certificate orgno',
  },
  'kid-missing': {
    status: 400,
    error: 'invalid_grant',
    code: null,
    description: 'The client requires pre-registered jwk and no key identifier (kid) provided',
  },
  'kid-unknown': {
    status: 400,
    error: 'invalid_grant',
    code: null,
    description: 'Unknown key identifier (kid) for client',
  },
  'key-expired': {
    status: 400,
    error: 'invalid_grant',
    code: 'MP-121',
    description: 'Invalid assertion. Client authentication failed. Expired key',
  },
  signature: { status: 400, error: 'invalid_grant', code: 'MP-124', description: 'Invalid JWT signature' },
  expired: { status: 400, error: 'invalid_grant', code: 'MP-130', description: 'JWT is expired' },
  'lifetime-too-long': {
    status: 400,
    error: 'invalid_grant',
    code: 'MP-130',
    description: 'JWT is expired - exp lies more than 120 seconds after iat',
  },
  'issued-ahead': { status: 400, error: 'invalid_grant', code: null, description: 'Issue time is after now' },
  'issued-long-ago': {
    status: 400,
    error: 'invalid_grant',
    code: null,
    description: 'Issue time is more than 10 seconds before now',
  },
  'used-before': { status: 400, error: 'invalid_grant', code: 'MP-012', description: 'Grant is used before' },
  'scope-not-registered': {
    status: 400,
    error: 'invalid_scope',
    code: 'MP-200',
    description: 'Token request contains invalid scopes for client: {scope}',
  },
  'scope-of-another-integration': {
    status: 400,
    error: 'invalid_scope',
    code: 'MP-201',
    description: 'Token request contains scopes not allowed for maskinporten: {scope}',
  },
  'consumer-is-owner': {
    status: 400,
    error: 'invalid_request',
    code: null,
    description: 'The combination consumer_org in claim and delegation scope on client is invalid',
  },
  'scope-not-granted': {
    status: 403,
    error: 'forbidden',
    code: 'MP-250',
    description: 'Consumer has not been granted access to the scope {scope}',
  },
  'not-delegated': {
    status: 403,
    error: 'forbidden',
    code: 'MP-251',
    description: 'Consumer {consumer} has not delegated access to the scope {scope} to supplier {supplier}',
  },
  'details-type': {
    status: 400,
    error: 'invalid_authorization_details',
    code: 'MP-301',
    description: 'Unknown authorization_details type: {what}',
  },
  'details-fields': {
    status: 400,
    error: 'invalid_authorization_details',
    code: 'MP-302',
    description: 'Unknown fields in authorization_details: {what}',
  },
  'details-values': {
    status: 400,
    error: 'invalid_authorization_details',
    code: 'MP-303',
    description: 'Invalid values in authorization_details: {what}',
  },
} as const satisfies Record<string, Entry>

export type RefusalName = keyof typeof refusals

export interface Refusal {
  readonly refused: RefusalName
  readonly values: Readonly<Record<string, string>>
}

export const refuse = (refused: RefusalName, values: Refusal['values'] = {}): Refusal => ({ refused, values })

export const isRefusal = (value: object): value is Refusal => 'refused' in value

/** The body of a refusal; `trace` is 32 hexadecimal digits. */
export function refusalBody({ refused, values }: Refusal, issuer: string, trace: string) {
  const { error, code, description }: Entry = refusals[refused]
  const text = description.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
  return {
    error,
    error_description: `${text} (trace_id: ${trace})`,
    ...(code === null ? {} : { error_uri: `${issuer}${issuer.endsWith('/') ? '' : '/'}errors/${code}` }),
  }
}
