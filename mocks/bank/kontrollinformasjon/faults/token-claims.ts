import { defineFault } from '../fault.ts'
import { authenticate } from '../parts/authenticate.ts'
import { refusals } from '../refusal.ts'
import { type Audience, isExactAudience } from '../token/claims.ts'

/** KI-AUT-008 and KI-AUT-011: until when a token is good, and for whom. */

interface WrongAudience {
  readonly story: string
  readonly isAudience: Audience
}

const audiences: Readonly<Record<string, WrongAudience>> = {
  'ignores-audience': {
    story: 'Somebody thought that a token from Maskinporten is a token for us.',
    isAudience: () => true,
  },
  'accepts-missing-audience': {
    story: 'The audience is compared only when there is one.',
    isAudience: (claim, registered) => claim === undefined || isExactAudience(claim, registered),
  },
  'accepts-prefix-of-audience': {
    story: 'The comparison asks whether the base URL begins with the audience, to be kind about paths.',
    isAudience: (claim, registered) =>
      isExactAudience(claim, registered) || (typeof claim === 'string' && claim !== '' && registered.startsWith(claim)),
  },
  'accepts-any-https-audience': {
    story: 'The audience is checked to be an https address, and never compared with the base URL.',
    isAudience: (claim, registered) =>
      isExactAudience(claim, registered) || (typeof claim === 'string' && claim.startsWith('https://')),
  },
}

export const tokenClaimFaults = [
  defineFault({
    id: 'ignores-expiry',
    story: 'The check of the expiry was switched off for a test, and stayed off.',
    violates: ['KI-AUT-008', 'TD-060'],
    replaces: { authenticate: authenticate({ expired: () => null }) },
  }),
  defineFault({
    id: 'breaks-on-expired-tokens',
    story: 'The library throws an error of its own for an expired token, and nobody catches it.',
    violates: ['KI-AUT-008', 'TD-060'],
    replaces: { authenticate: authenticate({ expired: refusals.technical }) },
  }),
  ...Object.entries(audiences).map(([id, { story, isAudience }]) =>
    defineFault({
      id,
      story,
      violates: ['KI-AUT-011'],
      replaces: { authenticate: authenticate({ isAudience }) },
    }),
  ),
]
