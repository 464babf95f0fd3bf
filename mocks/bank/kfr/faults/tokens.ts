import { scopes } from '../../../../contracts/kfr/operations.ts'
import { defineFault } from '../fault.ts'
import { grant } from '../parts/grant.ts'

/** KFRB-002 to KFRB-005: how the bank gets its tokens, and how long it keeps them. */

/** Two servers do the same, and one of them was set up wrongly: what it asks for is refused, and the other is asked. */
const firstOf = <T>(wrong: T, right: readonly [T, ...T[]]): readonly [T, ...T[]] => [wrong, ...right]

export const tokenFaults = [
  defineFault({
    id: 'asks-for-more-scopes-than-it-needs',
    story: 'The client may have every scope of Bits, and asks for all of them together.',
    violates: ['KFRB-004'],
    replaces: {
      grant: (settings, chain, now) => {
        const [lawful] = grant(settings, chain, now)
        const wide = { ...lawful, claims: { ...lawful.claims, scope: `${scopes.write} ${scopes.relationships}` } }
        return firstOf(wide, grant(settings, chain, now))
      },
    },
  }),
  defineFault({
    id: 'names-a-key-beside-its-certificate',
    story: 'The library of one of two servers writes a kid into every header.',
    violates: [],
    tolerates: ['KFRB-004'],
    replaces: {
      grant: (settings, chain, now) => {
        const [lawful] = grant(settings, chain, now)
        return firstOf({ ...lawful, header: { ...lawful.header, kid: 'key-1' } }, grant(settings, chain, now))
      },
    },
  }),
  defineFault({
    id: 'leaves-tokens-a-little-longer',
    story: 'Clocks differ, so that a token is used for ten seconds more.',
    violates: ['KFRB-002'],
    replaces: { isFresh: ({ expires }, now) => now < expires + 10_000 },
  }),
  defineFault({
    id: 'keeps-a-token-for-an-hour',
    story: 'An hour is how long tokens live elsewhere.',
    violates: ['KFRB-002'],
    replaces: { isFresh: ({ got }, now) => now < got + 3_600_000 },
  }),
  defineFault({
    id: 'sends-the-whole-chain',
    story: 'The library puts the issuers of the certificate into the grant as well.',
    violates: ['KFRB-003'],
    replaces: {
      grant: (settings, chain, now) => {
        const [lawful] = grant(settings, chain, now)
        return [{ ...lawful, header: { x5c: [...chain] } }]
      },
    },
  }),
  defineFault({
    id: 'loses-the-slash-of-the-issuer',
    story: 'One of two servers takes slashes at the end away from every address.',
    violates: ['KFRB-004'],
    replaces: {
      grant: (settings, chain, now) => {
        const [lawful] = grant(settings, chain, now)
        const aud = String(lawful.claims.aud).replace(/\/$/, '')
        return firstOf({ ...lawful, claims: { ...lawful.claims, aud } }, grant(settings, chain, now))
      },
    },
  }),
  defineFault({
    id: 'writes-the-times-of-an-old-grant',
    story: 'One of two servers makes its grants from a template, times included.',
    violates: ['KFRB-004'],
    replaces: {
      grant: (settings, chain, now) => {
        const [lawful] = grant(settings, chain, now - 600_000)
        return firstOf(lawful, grant(settings, chain, now))
      },
    },
  }),
  defineFault({
    id: 'signs-as-somebody-else',
    story: 'One of two servers still has the certificate of the authority that made the test set.',
    violates: ['KFRB-005'],
    replaces: {
      grant: (settings, chain, now) => {
        const [lawful] = grant(settings, chain, now)
        const [leaf, other = leaf] = chain
        return firstOf({ ...lawful, header: { x5c: [other] } }, grant(settings, chain, now))
      },
    },
  }),
]
