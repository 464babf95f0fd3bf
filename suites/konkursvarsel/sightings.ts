import type { BrregSighting } from '../../contracts/konkursvarsel/sighting.ts'
import type { Sighting } from '../kit/ask/witness.ts'

/** Readers of what Brreg saw. */

export const brregOf = ({ record }: Sighting): BrregSighting | undefined => record.brreg

export const isListCall = (sighting: Sighting): boolean => {
  const asked = brregOf(sighting)?.asked
  return asked === 'full-list' || asked === 'updated-list'
}

/** Meant as a call for what is new, whatever became of its path. */
export const isUpdateCall = (path: string): boolean => path.startsWith('/konkursvarsler/oppdatert/')

/** Whoever tries to reach Brreg at all, also in vain. */
export const isAttempt = (sighting: Sighting): boolean =>
  isListCall(sighting) || brregOf(sighting)?.asked === 'handshake' || isUpdateCall(sighting.record.path)

/** Served whole. */
export const isServed = (sighting: Sighting): boolean => brregOf(sighting)?.served !== undefined

export const detailsOf = (seen: readonly Sighting[], uuid: string): readonly Sighting[] =>
  seen.filter((sighting) => brregOf(sighting)?.asked === 'detail' && brregOf(sighting)?.notice === uuid)

/** Of how many notices of a list the record says which they were. */
const named = 100

/** Whether the notice was in a list that was served; a list longer than the record names holds all that was new. */
export function carries(sighting: Sighting, uuid: string): boolean {
  const served = brregOf(sighting)?.served
  return served !== undefined && (served.notices.includes(uuid) || served.count > named)
}

export const timeOf = ({ record }: Sighting): number => Date.parse(record.at)
