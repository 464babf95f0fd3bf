import { defineFault, type Fault } from '../fault.ts'
import { authenticate, type TokenPolicy } from '../parts/authenticate.ts'
import { type SealPolicy, seal } from '../parts/seal.ts'
import { ownKey } from './own-key.ts'
import { served } from './served.ts'
import { acceptsPemAsSecret, acceptsUnsigned } from './token-signatures.ts'
import { on, where } from './where.ts'

/** What goes wrong behind the list alone: details and transactions are often answered by another system. */

interface Elsewhere {
  readonly story: (name: string) => string
  readonly violates: readonly string[]
  readonly token?: Partial<TokenPolicy>
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
    const replaces: Fault['replaces'] =
      mistake.token !== undefined
        ? { authenticate: where(isHere, authenticate(mistake.token), authenticate()) }
        : { seal: where(isHere, seal(mistake.seal), seal()) }
    return defineFault({
      id: `${id}-on-${name}`,
      story: mistake.story(name),
      violates: mistake.violates,
      replaces,
    })
  }),
)
