import { defineFault } from '../fault.ts'
import { authenticate } from '../parts/authenticate.ts'
import { Refusal, refusals } from '../refusal.ts'
import { headerOf, type ReadSignedClaims, readSignedClaims } from '../token/signature.ts'
import { assumed } from './assumed.ts'
import { served } from './served.ts'
import { on, where } from './where.ts'

/** KI-AUT-002: what stands in Authorization is no bearer token. */

const isBasic = (values: readonly string[]) => values.some((value) => value.startsWith('Basic '))
const isBare = (values: readonly string[]) => values.some((value) => /^Bearer\s*$/.test(value))
const usual = () => refusals.untrusted('the Authorization header is no single bearer token')

/** As a library does that takes the three parts for granted. */
const breaksOn =
  (isMet: (token: string) => boolean): ReadSignedClaims =>
  async (token, keys) => {
    if (isMet(token)) throw new TypeError('Cannot read properties of undefined')
    return readSignedClaims(token, keys)
  }

const partsOf = (token: string) => token.split('.').length

const isUnreadable = (token: string) => {
  try {
    headerOf(token)
    return false
  } catch {
    return partsOf(token) === 3
  }
}

const servesBasic = authenticate({ malformed: (values) => (isBasic(values) ? assumed : usual()) })

export const malformedAuthorizationFaults = [
  defineFault({
    id: 'serves-basic-authentication',
    story: 'An older caller came with a name and a password, and nobody looks whether they are right.',
    violates: ['KI-AUT-002'],
    replaces: { authenticate: servesBasic },
  }),
  ...(['details', 'transactions'] as const).map((name) =>
    defineFault({
      id: `serves-basic-authentication-on-${name}`,
      story: `The ${name} are behind a gateway that took over the names and passwords of an older one.`,
      violates: ['KI-AUT-002'],
      replaces: { authenticate: where(on(served[name]), servesBasic, authenticate()) },
    }),
  ),
  defineFault({
    id: 'serves-bearer-without-a-token',
    story: 'Somebody checks that the header begins with Bearer, and the token only when one comes behind it.',
    violates: ['KI-AUT-002'],
    replaces: { authenticate: authenticate({ malformed: (values) => (isBare(values) ? assumed : usual()) }) },
  }),
  defineFault({
    id: 'forbids-basic-authentication',
    story: 'The gateway calls a scheme that it does not know forbidden.',
    violates: ['KI-AUT-002'],
    replaces: {
      authenticate: authenticate({
        malformed: (values) => (isBasic(values) ? refusals.forbidden('The scheme is not allowed') : usual()),
      }),
    },
  }),
  defineFault({
    id: 'breaks-on-bearer-without-a-token',
    story: 'The header is split at the blank, and nobody thought that there is none.',
    violates: ['KI-AUT-002'],
    replaces: {
      authenticate: authenticate({ malformed: (values) => (isBare(values) ? refusals.technical() : usual()) }),
    },
  }),
  defineFault({
    id: 'breaks-on-tokens-of-one-part',
    story: 'The text is taken for a token without looking for its dots.',
    violates: ['KI-AUT-002'],
    replaces: { authenticate: authenticate({ readClaims: breaksOn((token) => partsOf(token) === 1) }) },
  }),
  defineFault({
    id: 'breaks-on-tokens-of-two-parts',
    story: 'The third part of a token is read before anybody counts them.',
    violates: ['KI-AUT-002'],
    replaces: { authenticate: authenticate({ readClaims: breaksOn((token) => partsOf(token) === 2) }) },
  }),
  defineFault({
    id: 'breaks-on-tokens-without-a-header',
    story: 'The error of the JSON parser about the first part is caught by nobody.',
    violates: ['KI-AUT-002'],
    replaces: { authenticate: authenticate({ readClaims: breaksOn(isUnreadable) }) },
  }),
  defineFault({
    id: 'pairs-malformed-authorization-with-acc-001',
    story: 'The gateway answers 401 to a header that it cannot read, with the code of a bad parameter.',
    violates: ['KI-AUT-002', 'KI-ERR-004'],
    replaces: {
      authenticate: authenticate({ malformed: () => new Refusal(401, 'ACC-001', 'Authorization cannot be read') }),
    },
  }),
]
