import type { MaskinportenBehaviour } from './model.ts'

/** How Maskinporten can be wrong, or awkward within its rights, from its start on. */

const slowMs = 5000

export const maskinportenFaults: Readonly<
  Record<string, { readonly story: string; readonly makes: MaskinportenBehaviour }>
> = {
  'maskinporten-outage': {
    story: 'Every address answers 503: no keys, no tokens (TD-053, TD-054).',
    makes: { failure: 503 },
  },
  'maskinporten-silent': {
    story: 'Every connection is taken, and nothing is ever answered.',
    makes: { failure: 'silence' },
  },
  'maskinporten-slow': {
    story: 'Every answer comes five seconds late.',
    makes: { slowMs },
  },
  'maskinporten-rotates-always': {
    story: 'Every token is signed with a new key, which is published in the same moment (TD-050).',
    makes: { rotatesAlways: true },
  },
  'maskinporten-unknown-keys-first': {
    story: 'The key set begins with keys of kinds and uses that nobody knows (TD-058).',
    makes: { strangeKeysFirst: true },
  },
  'maskinporten-forbids-caching': {
    story: 'Metadata and keys say Cache-Control: no-store.',
    makes: { cacheControl: 'no-store' },
  },
  'maskinporten-caches-for-a-year': {
    story: 'Metadata and keys say that they are good for a year, and a rotation comes all the same.',
    makes: { cacheControl: 'max-age=31536000, immutable' },
  },
}
