import type { PartyName } from '../contracts/control/protocol.ts'
import { nearest } from '../contracts/nearest.ts'
import { akeldoFaults } from './akeldo/faults.ts'
import type { AkeldoBehaviour } from './akeldo/site.ts'
import type { BrokerFault } from './altinn-broker/fault.ts'
import { brokerFaults } from './altinn-broker/faults.ts'
import { type BrregMakes, brregFaults } from './brreg/faults.ts'
import { catalogueFaults } from './catalogue/faults.ts'
import type { CatalogueBehaviour } from './catalogue/site.ts'
import { type CertPubMakes, certpubFaults } from './certpub/faults.ts'
import type { KfrFault } from './kfr/fault.ts'
import { kfrFaults } from './kfr/faults.ts'
import { maskinportenFaults } from './maskinporten/faults.ts'
import type { MaskinportenBehaviour } from './maskinporten/model.ts'

/** How the parties can be wrong, or awkward within their rights, for a bank's developer who wants to see what happens. */

export interface Misbehaviour {
  readonly maskinporten?: MaskinportenBehaviour
  readonly certpub?: CertPubMakes
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

const made = <Party extends keyof Misbehaviour>(
  party: Party,
  faults: Readonly<Record<string, { readonly story: string; readonly makes: NonNullable<Misbehaviour[Party]> }>>,
): readonly PartyFault[] =>
  Object.entries(faults).map(([id, { story, makes }]) => ({ id, party, story, makes: { [party]: makes } }))

/** By the rows that a fault violates it is found in the register. */
const withRows = ({ story, violates }: (typeof kfrFaults)[string]) =>
  violates.length === 0 ? story : story.replace(/\.$/, ` (${violates.join(', ')}).`)

export const partyFaults: readonly PartyFault[] = [
  ...made('maskinporten', maskinportenFaults),
  ...made('certpub', certpubFaults),
  ...made('catalogue', catalogueFaults),
  ...made('akeldo', akeldoFaults),
  ...made('brreg', brregFaults),
  ...Object.entries(brokerFaults).map(
    ([id, { story, ...fault }]): PartyFault => ({
      id: `altinn-broker-${id}`,
      party: 'altinn-broker',
      story,
      makes: { 'altinn-broker': [fault] },
    }),
  ),
  ...Object.entries(kfrFaults).map(
    ([id, fault]): PartyFault => ({ id: `kfr-${id}`, party: 'kfr', story: withRows(fault), makes: { kfr: [fault] } }),
  ),
]

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
