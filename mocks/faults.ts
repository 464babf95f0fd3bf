import type { PartyName } from '../contracts/control/protocol.ts'
import { nearest } from '../contracts/nearest.ts'
import { misspelt } from './akeldo/misspelt.ts'
import type { AkeldoBehaviour } from './akeldo/site.ts'
import type { BrokerFault } from './altinn-broker/fault.ts'
import { brokerFaults } from './altinn-broker/faults.ts'
import { type BrregMakes, brregFaults } from './brreg/faults.ts'
import type { CatalogueBehaviour } from './catalogue/site.ts'
import type { CertPubBehaviour } from './certpub/site.ts'
import type { KfrFault } from './kfr/fault.ts'
import { kfrFaults } from './kfr/faults.ts'
import type { MaskinportenBehaviour } from './maskinporten/site.ts'
import type { Published } from './published.ts'

/** How the parties can be wrong, or awkward within their rights, for a bank's developer who wants to see what happens. */

export interface Misbehaviour {
  readonly maskinporten?: MaskinportenBehaviour
  readonly certpub?: CertPubBehaviour & { readonly published?: Published }
  readonly catalogue?: CatalogueBehaviour
  readonly 'altinn-broker'?: readonly BrokerFault[]
  readonly akeldo?: AkeldoBehaviour
  readonly brreg?: BrregMakes
  readonly kfr?: readonly KfrFault[]
}

export interface PartyFault {
  readonly id: string
  readonly party: PartyName
  readonly story: string
  readonly makes: Misbehaviour
}

const slowMs = 5000

const table: Readonly<Record<string, { readonly story: string; readonly makes: Misbehaviour }>> = {
  'maskinporten-outage': {
    story: 'Every address answers 503: no keys, no tokens (TD-053, TD-054).',
    makes: { maskinporten: { failure: 503 } },
  },
  'maskinporten-silent': {
    story: 'Every connection is taken, and nothing is ever answered.',
    makes: { maskinporten: { failure: 'silence' } },
  },
  'maskinporten-slow': {
    story: 'Every answer comes five seconds late.',
    makes: { maskinporten: { slowMs } },
  },
  'maskinporten-rotates-always': {
    story: 'Every token is signed with a new key, which is published in the same moment (TD-050).',
    makes: { maskinporten: { rotatesAlways: true } },
  },
  'maskinporten-unknown-keys-first': {
    story: 'The key set begins with keys of kinds and uses that nobody knows (TD-058).',
    makes: { maskinporten: { strangeKeysFirst: true } },
  },
  'maskinporten-forbids-caching': {
    story: 'Metadata and keys say Cache-Control: no-store.',
    makes: { maskinporten: { cacheControl: 'no-store' } },
  },
  'maskinporten-caches-for-a-year': {
    story: 'Metadata and keys say that they are good for a year, and a rotation comes all the same.',
    makes: { maskinporten: { cacheControl: 'max-age=31536000, immutable' } },
  },
  'certpub-outage': {
    story: 'Locator and publisher answer 503 (CP-13).',
    makes: { certpub: { outage: true } },
  },
  'certpub-slow': {
    story: 'Every answer of locator and publisher comes five seconds late.',
    makes: { certpub: { slowMs } },
  },
  'certpub-unknown-participant': {
    story: 'Nobody has published anything: locator and publisher answer 404 (CP-12, CP-15).',
    makes: { certpub: { unknownParticipant: true } },
  },
  'certpub-final-slash': {
    story: 'The locator gives the address of the publisher with a slash at the end, as some do (CP-03).',
    makes: { certpub: { trailingSlash: true } },
  },
  'certpub-other-interfaces': {
    story: 'The locator names another interface before the one that is asked for (CP-04).',
    makes: { certpub: { otherInterfaces: { 'oasis-bdxr-smp-2': 'https://smp.invalid/' } } },
  },
  'certpub-expired-certificate': {
    story: 'The only certificate of each agency expired yesterday (CP-05).',
    makes: { certpub: { published: 'expired' } },
  },
  'certpub-expired-certificate-first': {
    story: 'An expired certificate stands before the valid one (CP-11).',
    makes: { certpub: { published: 'expired-and-valid' } },
  },
  'certpub-two-certificates': {
    story: 'Two valid certificates are published; samsvar holds the key of the second (CP-11).',
    makes: { certpub: { published: 'two-valid' } },
  },
  'certpub-redirects': {
    story: 'The publisher answers 302 to another host, which must not be followed (CP-17).',
    makes: { certpub: { redirectTo: 'https://publisher.invalid/' } },
  },
  'catalogue-outage': {
    story: 'Every address answers 503.',
    makes: { catalogue: { outage: true } },
  },
  'catalogue-final-slash': {
    story: 'Every base URL is registered with a slash at the end, so that tokens have another audience.',
    makes: { catalogue: { finalSlash: true } },
  },
  'catalogue-declared-shape': {
    story: 'The list stands in the object that its provider declares, and not bare.',
    makes: { catalogue: { shape: 'declared' } },
  },
  'akeldo-outage': {
    story: 'Every address answers 503.',
    makes: { akeldo: { outage: true } },
  },
  'akeldo-one-as-list': {
    story: 'One actor is answered as a list of one; nobody has seen what the real one does (A-33).',
    makes: { akeldo: { single: 'list' } },
  },
  'akeldo-misspells': {
    story: 'Innfrielsessaldoforespoersel stands as the specification misspells it (A-07).',
    makes: { akeldo: { shows: misspelt } },
  },
  ...brregFaults,
  ...Object.fromEntries(
    Object.entries(brokerFaults).map(([id, { story, ...fault }]) => [
      `altinn-broker-${id}`,
      { story, makes: { 'altinn-broker': [fault] } },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(kfrFaults).map(([id, fault]) => {
      const rows = fault.violates.length === 0 ? '' : ` (${fault.violates.join(', ')})`
      return [`kfr-${id}`, { story: fault.story.replace(/\.$/, `${rows}.`), makes: { kfr: [fault] } }]
    }),
  ),
}

export const partyFaults: readonly PartyFault[] = Object.entries(table).map(([id, { story, makes }]) => {
  const [party] = Object.keys(makes) as PartyName[]
  if (party === undefined) throw new Error(`The fault ${id} makes nobody wrong`)
  return { id, party, story, makes }
})

/** Throws an Error that names the nearest. */
export function partyFault(id: string): PartyFault {
  const found = partyFaults.find((fault) => fault.id === id)
  if (found !== undefined) return found
  const known = partyFaults.map((fault) => fault.id)
  const guesses = nearest(id, known)
  const hint = guesses.length > 0 ? `did you mean ${guesses.join(' or ')}?` : `known are ${known.join(', ')}`
  throw new Error(`No party has the fault "${id}"; ${hint}`)
}

/** Of two that change the same thing, the later one counts. */
export const together = (faults: readonly { readonly makes: Misbehaviour }[]): Misbehaviour =>
  faults.reduce<Misbehaviour>(
    (all, { makes }) => ({
      maskinporten: { ...all.maskinporten, ...makes.maskinporten },
      certpub: { ...all.certpub, ...makes.certpub },
      catalogue: { ...all.catalogue, ...makes.catalogue },
      'altinn-broker': [...(all['altinn-broker'] ?? []), ...(makes['altinn-broker'] ?? [])],
      akeldo: { ...all.akeldo, ...makes.akeldo },
      kfr: [...(all.kfr ?? []), ...(makes.kfr ?? [])],
      brreg: {
        manners: { ...all.brreg?.manners, ...makes.brreg?.manners },
        parts: { ...all.brreg?.parts, ...makes.brreg?.parts },
      },
    }),
    {},
  )
