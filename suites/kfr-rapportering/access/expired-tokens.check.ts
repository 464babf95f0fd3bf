import type { KfrFixture } from '../../../contracts/kfr-rapportering/customers.ts'
import type { Sighting } from '../../kit/ask/witness.ts'
import { all, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { load } from '../acts/load.ts'
import { reports } from '../acts/reports.ts'
import { lastEnd, usualSkew } from '../clocks.ts'
import { each } from '../grounds.ts'
import type { Happened } from '../happen.ts'
import { isAbout, isCall, kfrOf, timeOf } from '../sightings.ts'

/**
 * Tokens that have run out. A call may be on its way for long, so that it is late by ten seconds before that says anything;
 * but what comes about when the token has run out cannot have been sent before that, however late it comes.
 */

interface Caused {
  readonly sighting: Sighting
  /** Seconds since 1970: not later than what it reports. */
  readonly from: number
}

const caused = (events: readonly Happened[], seen: readonly Sighting[]): readonly Caused[] =>
  events.flatMap(({ at, by, event: { about, reports: operation } }) =>
    about === null || operation === null || by === null ? [] : seenOf(seen, about, operation, at),
  )

const seenOf = (seen: readonly Sighting[], about: KfrFixture, operation: 'add' | 'end', at: number) =>
  seen
    .filter((one) => isAbout(about, operation)(one) && timeOf(one) >= at)
    .map((sighting) => ({ sighting, from: at / 1000 }))

const isTimed = (one: Sighting) => isCall(one) && kfrOf(one)?.token?.late != null

const notLate = (sighting: Sighting): Judgement =>
  sighting.finds((kfrOf(sighting)?.token?.late ?? 0) <= usualSkew, {
    what: `has a token that ran out no more than ${usualSkew} s ago`,
    expected: `at most ${usualSkew}`,
    at: '/kfr/token/late',
  })

function notTakenUp({ sighting, from }: Caused, skew: number): Judgement {
  const end = kfrOf(sighting)?.token?.expires
  if (end == null || from <= end + skew) return []
  return sighting.finds(false, {
    what: `has a token that had run out ${Math.floor(from - end)} s before what it reports came about`,
    expected: `a token that runs out after ${new Date(from * 1000).toISOString()}`,
    at: '/kfr/token/expires',
  })
}

export default defineCheck(import.meta, {
  verifies: 'KFRB-002',
  ask: async ({ play }) => ({ first: await play(load), usual: await play(reports) }),
  judge: ({ first, usual }) => {
    const seen = [...first.seen, ...usual.seen]
    // As it was known when it was waited for: what a grant takes later on sets no clock wrong.
    const { skew } = first
    const calls = [
      ...caused(Object.values(first.events), first.seen),
      ...caused(Object.values(usual.events), usual.seen),
    ]
    /** By then every token that had been seen had run out. */
    const isAfterAll = ({ from }: Caused) => {
      const end = lastEnd(seen.filter((one) => timeOf(one) < from * 1000))
      return end !== null && from > end + skew
    }
    return all(
      each(seen, isTimed, notLate),
      ...calls.map((one) => notTakenUp(one, skew)),
      // Until a token has run out nobody shows what becomes of one.
      calls.some(isAfterAll)
        ? []
        : inconclusive('need-not-met', 'nothing was reported that came about after a token had run out'),
    )
  },
})
