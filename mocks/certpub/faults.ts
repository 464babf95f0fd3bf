import type { Published } from '../published.ts'
import type { CertPubBehaviour } from './site.ts'

/** How CertPub can be wrong, or awkward within its rights, from its start on. */

export type CertPubMakes = CertPubBehaviour & { readonly published?: Published }

const slowMs = 5000

export const certpubFaults: Readonly<Record<string, { readonly story: string; readonly makes: CertPubMakes }>> = {
  'certpub-outage': {
    story: 'Locator and publisher answer 503 (CP-13).',
    makes: { outage: true },
  },
  'certpub-slow': {
    story: 'Every answer of locator and publisher comes five seconds late.',
    makes: { slowMs },
  },
  'certpub-unknown-participant': {
    story: 'Nobody has published anything: locator and publisher answer 404 (CP-12, CP-15).',
    makes: { unknownParticipant: true },
  },
  'certpub-final-slash': {
    story: 'The locator gives the address of the publisher with a slash at the end, as some do (CP-03).',
    makes: { trailingSlash: true },
  },
  'certpub-other-interfaces': {
    story: 'The locator names another interface before the one that is asked for (CP-04).',
    makes: { otherInterfaces: { 'oasis-bdxr-smp-2': 'https://smp.invalid/' } },
  },
  'certpub-expired-certificate': {
    story: 'The only certificate of each agency expired yesterday (CP-05).',
    makes: { published: 'expired' },
  },
  'certpub-expired-certificate-first': {
    story: 'An expired certificate stands before the valid one (CP-11).',
    makes: { published: 'expired-and-valid' },
  },
  'certpub-two-certificates': {
    story: 'Two valid certificates are published; samsvar holds the key of the second (CP-11).',
    makes: { published: 'two-valid' },
  },
  'certpub-redirects': {
    story: 'The publisher answers 302 to another host, which must not be followed (CP-17).',
    makes: { redirectTo: 'https://publisher.invalid/' },
  },
}
