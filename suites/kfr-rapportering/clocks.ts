import type { Sighting } from '../kit/ask/witness.ts'
import { grantOf, isCall, kfrOf, timeOf } from './sightings.ts'

/** Seconds by which clocks may differ, as the catalogue says. */
export const usualSkew = 10
/** Where every grant has shown that the bank's clock agrees with Maskinporten's (reading: expired-tokens). */
const shownSkew = 2

/**
 * How far the bank's clock may be behind, at most. A grant that was long on its way makes it more, and never less: no
 * machine that is held up makes clocks agree.
 */
export function skewOf(seen: readonly Sighting[]): number {
  const skews = seen.flatMap((one) => {
    const issued = grantOf(one)?.issued
    return issued == null ? [] : [Math.abs(timeOf(one) / 1000 - issued)]
  })
  return skews.length > 0 && Math.max(...skews) < shownSkew ? shownSkew : usualSkew
}

/** When the last of the tokens that were seen runs out; seconds since 1970. Null where none says so. */
export function lastEnd(seen: readonly Sighting[]): number | null {
  const ends = seen.filter(isCall).flatMap((one) => kfrOf(one)?.token?.expires ?? [])
  return ends.length === 0 ? null : Math.max(...ends)
}
