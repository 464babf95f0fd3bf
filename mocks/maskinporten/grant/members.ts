/** What may stand in a grant: its header members and claims, with their types (catalogue 1.3). Anything else is refused. */

type Members = Readonly<Record<string, unknown>>
type Accepts = (value: unknown) => boolean

export interface MemberRules {
  readonly known: Readonly<Record<string, Accepts>>
  readonly required: readonly string[]
  /** The name of a member that may not stand beside another one. */
  readonly together: (members: Members) => string | undefined
}

const anything: Accepts = () => true
const text: Accepts = (value) => typeof value === 'string' && value.trim() !== ''
const seconds: Accepts = (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
const listOf =
  (accepts: Accepts): Accepts =>
  (value) =>
    Array.isArray(value) && value.length > 0 && value.every(accepts)
const either =
  (...all: readonly Accepts[]): Accepts =>
  (value) =>
    all.some((accepts) => accepts(value))

export const headerRules: MemberRules = {
  known: {
    alg: (value) => ['RS256', 'RS384', 'RS512'].includes(value as string),
    kid: text,
    x5c: anything,
    typ: text,
    x5t: text,
    'x5t#S256': text,
  },
  required: ['alg'],
  together: ({ kid, x5c }) => (kid !== undefined && x5c !== undefined ? 'kid' : undefined),
}

export const claimRules: MemberRules = {
  known: {
    iss: text,
    // Has a rule and an error of its own.
    aud: anything,
    iat: seconds,
    exp: seconds,
    // Not among Maskinporten's own; the published example of a reporter to KFR has it, and nobody refuses that one.
    nbf: seconds,
    jti: text,
    scope: text,
    // Documented as a list; two widespread clients send a text, and both are served.
    resource: either(text, listOf(text)),
    pid: (value) => typeof value === 'string' && isPersonNumber(value),
    consumer_org: (value) => typeof value === 'string' && isOrganisationNumber(value),
    iss_onbehalfof: text,
    authorization_details: (value) => Array.isArray(value) && value.length > 0,
  },
  required: ['iss', 'iat', 'exp', 'scope'],
  together: ({ iss_onbehalfof, consumer_org }) =>
    iss_onbehalfof !== undefined && consumer_org !== undefined ? 'iss_onbehalfof' : undefined,
}

const weighted = (digits: string, weights: readonly number[]) =>
  weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11 === 0

/** Nine digits with a valid MOD11 check digit. */
const isOrganisationNumber = (value: string) => /^\d{9}$/.test(value) && weighted(value, [3, 2, 7, 6, 5, 4, 3, 2, 1])

/** Eleven digits with two valid check digits: fødselsnummer or D-number, synthetic ones too. */
const isPersonNumber = (value: string) =>
  /^\d{11}$/.test(value) &&
  weighted(value, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) &&
  weighted(value, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1])
