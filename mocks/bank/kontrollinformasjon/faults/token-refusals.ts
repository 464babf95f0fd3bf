import { defineFault } from '../fault.ts'
import { authenticate, type TokenPolicy } from '../parts/authenticate.ts'
import { Refusal, refusals } from '../refusal.ts'
import { headerOf, type ReadSignedClaims, readSignedClaims, signingKeyOf } from '../token/signature.ts'

/** KI-AUT-003 to -008 and -011: bad tokens that are refused, but not as the interface says. */

/** Refuses in its own way whatever is signed with such an algorithm. */
const refusing =
  (algorithm: RegExp, refusal: () => Refusal): ReadSignedClaims =>
  async (token, keys) => {
    if (algorithm.test(String(headerOf(token).alg))) throw refusal()
    return readSignedClaims(token, keys)
  }

/** Refuses in its own way what the key of that kid has not signed. */
const refusingForgeries =
  (refusal: () => Refusal): ReadSignedClaims =>
  async (token, keys) => {
    await signingKeyOf(token, keys)
    return readSignedClaims(token, keys).catch((error) => {
      throw /^RS/.test(String(headerOf(token).alg)) ? refusal() : error
    })
  }

interface Defect {
  readonly rows: readonly string[]
  readonly refusedWith: (refusal: () => Refusal) => Partial<TokenPolicy>
}

const defects = {
  unsigned: { rows: ['KI-AUT-005'], refusedWith: (refusal) => ({ readClaims: refusing(/^none$/, refusal) }) },
  hmac: { rows: ['KI-AUT-006'], refusedWith: (refusal) => ({ readClaims: refusing(/^HS/, refusal) }) },
  expired: { rows: ['KI-AUT-008', 'TD-060'], refusedWith: (refusal) => ({ expired: refusal }) },
  forged: {
    rows: ['KI-AUT-003', 'KI-AUT-004', 'KI-AUT-005'],
    refusedWith: (refusal) => ({ readClaims: refusingForgeries(refusal) }),
  },
  foreign: { rows: ['KI-AUT-007'], refusedWith: (refusal) => ({ foreign: refusal }) },
  misdirected: { rows: ['KI-AUT-011'], refusedWith: (refusal) => ({ misdirected: refusal }) },
} as const satisfies Record<string, Defect>

type DefectName = keyof typeof defects

const everyDefect = Object.keys(defects) as DefectName[]

interface Outcome {
  readonly id: (defect: string) => string
  readonly story: (defect: string) => string
  readonly also: readonly string[]
  /** Rows that tolerate it. */
  readonly save?: readonly string[]
  readonly of: readonly DefectName[]
  readonly refusal: () => Refusal
}

const outcomes: readonly Outcome[] = [
  {
    id: (defect) => `pairs-${defect}-tokens-with-acc-001`,
    story: (defect) =>
      `The exception for ${defect} tokens has the status of its own, and the code that every error has.`,
    also: ['KI-ERR-004'],
    of: everyDefect,
    refusal: () =>
      new Refusal(401, 'ACC-001', 'The access token is not accepted', {
        'WWW-Authenticate': 'Bearer error="invalid_token"',
      }),
  },
  {
    id: (defect) => `answers-${defect}-tokens-as-unknown`,
    story: (defect) => `Somebody hides the interface from ${defect} tokens, and answers as if nothing were there.`,
    also: [],
    of: everyDefect,
    refusal: () => refusals.unknown('There is nothing at this path'),
  },
  {
    id: (defect) => `takes-${defect}-tokens-for-bad-parameters`,
    story: (defect) => `Tokens are validated with the other headers, so ${defect} ones are a bad request.`,
    also: [],
    // An unsigned token may be called no token at all, and so malformed.
    save: ['KI-AUT-005'],
    of: everyDefect.filter((defect) => defect !== 'unsigned'),
    refusal: () => refusals.badRequest('The header Authorization is not valid'),
  },
]

export const tokenRefusalFaults = outcomes.flatMap(({ id, story, also, save = [], of, refusal }) =>
  of.map((defect) => {
    const { rows, refusedWith } = defects[defect]
    return defineFault({
      id: id(defect),
      story: story(defect),
      violates: [...rows.filter((row) => !save.includes(row)), ...also],
      replaces: { authenticate: authenticate(refusedWith(refusal)) },
    })
  }),
)
