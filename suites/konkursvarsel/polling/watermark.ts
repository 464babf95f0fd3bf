import { parseDateTime, parseIsoDate } from '../../../contracts/calendar.ts'
import type { Sighting } from '../../kit/ask/witness.ts'
import type { Judgement } from '../../kit/judge/judgement.ts'
import type { Target } from '../../kit/target.ts'
import { brregOf } from '../sightings.ts'

/** What stands after `oppdatert/`, and what the participant could know when it sent it. */
export interface Watermark {
  readonly sighting: Sighting
  readonly text: string
  /** Milliseconds since 1970; null when it is no time that anybody can read. */
  readonly instant: number | null
  /** The latest registration that was served before, or what was asked with first; null for the first. */
  readonly limit: number | null
}

/** Of one act, oldest first. */
export function watermarksIn(seen: readonly Sighting[]): readonly Watermark[] {
  let limit: number | null = null
  return seen.flatMap((sighting) => {
    const { since, served } = brregOf(sighting) ?? {}
    const instant = since === undefined ? null : instantOf(since)
    const mark = since === undefined ? [] : [{ sighting, text: since, instant, limit }]
    limit = latestOf(
      limit,
      instant === null && limit === null ? null : (limit ?? instant),
      instantOf(served?.latest ?? ''),
    )
    return mark
  })
}

const latestOf = (...all: readonly (number | null)[]): number | null =>
  all.reduce((latest, one) => (one === null || (latest !== null && latest > one) ? latest : one), null)

export function instantOf(text: string): number | null {
  const time = parseDateTime(text)
  if (time.ok) return time.value.instant
  const day = parseIsoDate(text)
  return day.ok ? Date.parse(`${day.value}T00:00:00Z`) : null
}

export const isoOf = (instant: number): string => new Date(instant).toISOString()

const hour = 3_600_000

/** Reading: overlap-watermark. */
const longEnough = 24

/** A watermark from the own clock, as far behind it as the participant declares, and by a day at least. */
export function lagsAsDeclared(
  { sighting, instant }: Watermark,
  { konkursvarsel }: Pick<Target, 'konkursvarsel'>,
): boolean {
  const { overlapHours = 0 } = konkursvarsel ?? {}
  const lag = Date.parse(brregOf(sighting)?.clock ?? sighting.record.at) - (instant ?? 0)
  return overlapHours >= longEnough && lag >= overlapHours * hour - 60_000
}

/** The ground of whatever asks what becomes of the watermark: in ordinary times it is not simply later than what was received. */
export const isNoClock = (seen: readonly Sighting[], target: Pick<Target, 'konkursvarsel'>): Judgement => {
  const late = watermarksIn(seen).find(
    (mark) =>
      mark.instant !== null && mark.limit !== null && mark.instant > mark.limit && !lagsAsDeclared(mark, target),
  )
  return late === undefined
    ? []
    : late.sighting.finds(false, {
        what: 'asks from no later than what was received',
        expected: null,
        at: '/brreg/since',
      })
}
