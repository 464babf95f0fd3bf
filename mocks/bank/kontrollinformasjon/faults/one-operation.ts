import { defineFault, type Fault } from '../fault.ts'
import { authenticate, type TokenPolicy } from '../parts/authenticate.ts'
import { authorise, type RightsPolicy } from '../parts/authorise.ts'
import { type SealPolicy, seal } from '../parts/seal.ts'
import { callsTheJwe } from './content-types.ts'
import { ownKey } from './own-key.ts'
import { sealsToBrregAlways } from './recipients.ts'
import { keepsContentKey, sealsJsonText } from './sealed-content.ts'
import { served } from './served.ts'
import { ignoresSignature, trustsEmbeddedJwk } from './token-keys.ts'
import { ignoresScope } from './token-scopes.ts'
import { acceptsPemAsSecret, acceptsUnsigned } from './token-signatures.ts'
import { on, where } from './where.ts'

/** What goes wrong behind the list alone: details and transactions are often answered by another system. */

interface Elsewhere {
  readonly story: (name: string) => string
  readonly violates: readonly string[]
  readonly token?: Partial<TokenPolicy>
  readonly rights?: Partial<RightsPolicy>
  readonly seal?: Partial<SealPolicy>
}

const mistakes: Readonly<Record<string, Elsewhere>> = {
  'accepts-unsigned-tokens': {
    story: (name) => `The ${name} have a library of their own, which takes "none" for an algorithm.`,
    violates: ['KI-AUT-005'],
    token: { readClaims: acceptsUnsigned },
  },
  'accepts-public-key-as-secret': {
    story: (name) => `The ${name} have a library of their own, in which nobody limited the algorithms.`,
    violates: ['KI-AUT-006'],
    token: { readClaims: acceptsPemAsSecret },
  },
  'ignores-expiry': {
    story: (name) => `The check of the expiry was switched off for a test of the ${name}, and stayed off.`,
    violates: ['KI-AUT-008', 'TD-060'],
    token: { expired: () => null },
  },
  'ignores-audience': {
    story: (name) => `The system behind the ${name} was never told what its own audience is.`,
    violates: ['KI-AUT-011'],
    token: { isAudience: () => true },
  },
  'ignores-signatures': {
    story: (name) => `The ${name} trust that the gateway has looked at the signature.`,
    violates: ['KI-AUT-003', 'KI-AUT-004', 'KI-AUT-005'],
    token: { readClaims: ignoresSignature },
  },
  'trusts-embedded-jwk': {
    story: (name) => `The ${name} have a library of their own, which takes the key from the header.`,
    violates: ['KI-AUT-004'],
    token: { readClaims: trustsEmbeddedJwk },
  },
  'ignores-the-issuer': {
    story: (name) => `The system behind the ${name} was never told who issues its tokens.`,
    violates: ['KI-AUT-007'],
    token: { isIssuer: () => true },
  },
  'ignores-scope': {
    story: (name) => `The scope is looked at where the list is, and not at the ${name}.`,
    violates: ['KI-AUT-013', 'KI-AUT-014'],
    rights: ignoresScope,
  },
  'calls-the-jwe-json': {
    story: (name) => `The framework behind the ${name} calls every answer JSON.`,
    violates: ['KI-ENC-002'],
    seal: callsTheJwe('application/json'),
  },
  'seals-json-inside-a-json-text': {
    story: (name) => `The ${name} are serialised twice.`,
    violates: ['KI-ENC-007'],
    seal: sealsJsonText,
  },
  'keeps-its-content-key': {
    story: (name) => `The system behind the ${name} makes its content key when it starts.`,
    violates: ['KI-ENC-008'],
    seal: keepsContentKey,
  },
  'seals-to-brreg-whoever-asks': {
    story: (name) => `The system behind the ${name} has one recipient in its settings.`,
    violates: ['KI-ENC-006'],
    seal: sealsToBrregAlways,
  },
  'puts-the-jwe-in-quotes': {
    story: (name) => `The framework behind the ${name} makes a JSON text of the JWE.`,
    violates: ['KI-ENC-001'],
    seal: { serialise: (compact) => JSON.stringify(compact) },
  },
  'seals-to-its-own-key': {
    story: (name) => `The system behind the ${name} has the alias of the bank in its key store.`,
    violates: ['KI-ENC-005'],
    seal: { recipientKey: ownKey },
  },
}

export const oneOperationFaults = Object.entries(mistakes).flatMap(([id, mistake]) =>
  (['details', 'transactions'] as const).map((name) => {
    const isHere = on(served[name])
    const { token, rights, seal: sealed } = mistake
    const replaces: Fault['replaces'] = {
      ...(token && { authenticate: where(isHere, authenticate(token), authenticate()) }),
      ...(rights && { authorise: where(isHere, authorise(rights), authorise()) }),
      ...(sealed && { seal: where(isHere, seal(sealed), seal()) }),
    }
    return defineFault({
      id: `${id}-on-${name}`,
      story: mistake.story(name),
      violates: mistake.violates,
      replaces,
    })
  }),
)
