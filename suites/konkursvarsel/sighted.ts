import type { BrregSighting } from '../../contracts/konkursvarsel/sighting.ts'
import type { Sighting } from '../kit/ask/witness.ts'
import { inconclusive, type Judgement } from '../kit/judge/judgement.ts'
import type { Target } from '../kit/target.ts'
import { brregOf } from './sightings.ts'

/** Judges every sighting of a kind, each by itself. None at all is no traffic, and never a pass. */
export function everySighting(
  seen: readonly Sighting[],
  isOfKind: (brreg: BrregSighting, sighting: Sighting) => boolean,
  each: (sighting: Sighting, brreg: BrregSighting) => Judgement,
): Judgement {
  const judged = seen.flatMap((sighting) => {
    const brreg = brregOf(sighting)
    return brreg !== undefined && isOfKind(brreg, sighting) ? [each(sighting, brreg)] : []
  })
  return judged.length === 0
    ? inconclusive('no-traffic', 'nothing of the kind reached Brreg in the time')
    : judged.flat()
}

/** Organisation numbers that may stand in the client certificate. */
export const admitted = ({ konkursvarsel, participant }: Target): readonly string[] =>
  konkursvarsel?.organisationNumbers ?? [participant.organisationNumber]
