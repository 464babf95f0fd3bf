import type { Doors } from '../../kit/ask/doors.ts'
import { inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { type Check, defineCheck } from '../../kit/run/check.ts'
import type { Target } from '../../kit/target.ts'
import { openings } from '../acts/openings.ts'
import { quiet } from '../acts/quiet.ts'
import { trouble } from '../acts/trouble.ts'
import { everySighting } from '../sighted.ts'
import { isUpdateCall, timeOf } from '../sightings.ts'
import { isoOf, lagsAsDeclared, type Watermark, watermarksIn } from './watermark.ts'

/** What is sent as the time from which on there may be news: judged of every call of two acts. */
const row = (
  verifies: string,
  each: (mark: Watermark, target: Target, all: readonly Watermark[]) => Judgement,
): Check =>
  defineCheck(import.meta, {
    verifies,
    ask: async (doors) => ({ marks: await marksOf(doors), target: doors.target }),
    judge: ({ marks, target }) =>
      marks.length === 0
        ? inconclusive('no-traffic', 'no list was asked for with a time')
        : marks.flatMap((mark) => each(mark, target, marks)),
  })

async function marksOf({ play }: Doors): Promise<readonly Watermark[]> {
  const acts = [await play(openings), await play(trouble), await play(quiet)]
  const seen = acts.flatMap((act) => act.seen)
  return watermarksIn(seen.toSorted((one, other) => timeOf(one) - timeOf(other)))
}

const at = '/brreg/since'
const hour = 3_600_000

const notLater = (mark: Watermark, target: Target): Judgement => {
  const { sighting, instant, limit } = mark
  if (instant === null) return []
  if (limit === null) return sighting.finds(true, { what: 'the first call of the act', expected: null, at })
  return sighting.finds(instant <= limit, {
    what: 'should not be later than the latest registration that was received',
    weight: lagsAsDeclared(mark, target) ? 'tolerated' : 'breach',
    expected: `at most ${isoOf(limit)}`,
    at,
  })
}

const usual = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

function isWellWritten(mark: Watermark, _target: Target, all: readonly Watermark[]): Judgement {
  const { sighting, instant, text, limit } = mark
  const expected = 'yyyy-MM-ddTHH:mm:ss.SSSZ'
  if (instant === null) return sighting.finds(false, { what: 'should be a time', expected, at })
  const bent = bentBy(mark, all)
  if (bent !== null) return sighting.finds(false, { what: bent, expected: `at most ${isoOf(limit ?? 0)}`, at })
  return sighting.finds(usual.test(text), {
    what: 'should be written like the times in the answers',
    weight: 'tolerated',
    expected,
    at,
  })
}

/** What a database may keep of a time, the roughest first: whatever is a whole day is a whole second too. */
const units = [
  ['day', 24 * hour],
  ['hour', hour],
  ['minute', 60_000],
  ['second', 1000],
] as const

/** How a time that was received became a later one by being written; null where it did not. */
function bentBy({ instant, limit }: Watermark, all: readonly Watermark[]): string | null {
  const late = (instant ?? 0) - (limit ?? Number.POSITIVE_INFINITY)
  if (late <= 0) return null
  const lateOnes = all.filter((one) => (one.instant ?? 0) > (one.limit ?? Number.POSITIVE_INFINITY))
  const roundedTo = units.find(
    ([, ms]) => late <= ms && lateOnes.length > 1 && lateOnes.every((one) => (one.instant ?? 0) % ms === 0),
  )
  if (roundedTo !== undefined) return `should not be rounded up to a whole ${roundedTo[0]}`
  const isZone = [1, 2].some((hours) => Math.abs(late - hours * hour) < 60_000)
  return isZone ? 'should be the time in UTC, and not that of Oslo with a Z behind it' : null
}

/** RFC 3986 §3.3: what one segment may hold; colons may stand as they are. */
const segment = /^\/konkursvarsler\/oppdatert\/(?:[\w.~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+$/

/** Whatever begins like a call for what is new, also one that is none any more because of what stands in it. */
const oneSegment = defineCheck(import.meta, {
  verifies: 'KV-014',
  ask: async ({ play }) => play(openings),
  judge: ({ seen }) =>
    everySighting(
      seen,
      (_brreg, { record }) => isUpdateCall(record.path),
      (sighting) =>
        sighting.finds(segment.test(sighting.record.path) && !/%2F|%20/i.test(sighting.record.path), {
          what: 'should be one path segment, with nothing raw in it that a segment cannot hold',
          expected: '/konkursvarsler/oppdatert/{registreringstidspunkt}',
          at: '/path',
        }),
    ),
})

export default [row('KV-010', notLater), row('KV-013', isWellWritten), oneSegment]
