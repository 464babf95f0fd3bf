import { serviceLevel } from '../../../contracts/ytelse/service-level.ts'
import type { Sighting } from '../../kit/ask/witness.ts'
import { inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { reports } from '../acts/reports.ts'
import { trouble } from '../acts/trouble.ts'
import type { Happened } from '../happen.ts'
import { fits, mostAtOnce, mostInAnySecond } from '../pace.ts'
import { isAbout, isDone, isReport, kfrOf, timeOf } from '../sightings.ts'

/** What the register says that it can take (AGR 5.2). */
const { ratePerSecond: mostPerSecond } = serviceLevel

/** Reports as they came for the first time: what failed and is sent again is KFRB-028's matter. */
function firstAttempts(seen: readonly Sighting[]): readonly Sighting[] {
  const failed = new Set<string>()
  return seen.filter(isReport).filter((one) => {
    const { operation, customer } = kfrOf(one) ?? {}
    const what = `${operation} ${customer?.digest ?? ''}`
    const isFirst = !failed.has(what)
    if (isDone(one)) failed.delete(what)
    else failed.add(what)
    return isFirst
  })
}

/** From when on each of the crowd could be reported, and when it was. */
const waits = (crowd: readonly Happened[], seen: readonly Sighting[]) =>
  crowd.flatMap(({ event: { about }, at }) => {
    const one = about === null ? undefined : seen.find((each) => isAbout(about, 'end')(each) && timeOf(each) >= at)
    return one === undefined ? [] : [{ from: at, until: timeOf(one) }]
  })

/**
 * A bank counts by seconds of its own, and nobody sees where they begin: what no way of laying them explains is too much,
 * and what stays below it in every second there is is not. That nothing was too much says something only of whoever had
 * more than that to say at once.
 */
function judge(acts: readonly (readonly Sighting[])[], crowd: readonly Happened[]): Judgement {
  const first = acts.map(firstAttempts)
  const last = first.flat().at(-1)
  const waiting = mostAtOnce(waits(crowd, acts.at(-1) ?? []))
  if (last === undefined || waiting <= mostPerSecond)
    return inconclusive(
      'too-few-samples',
      `${waiting} reports waited at once, which are no more than a second may hold`,
    )
  const tooMany = first.find((some) => !fits(some.map(timeOf), mostPerSecond))
  if (tooMany !== undefined) return excess(tooMany)
  const most = Math.max(...first.map((some) => mostInAnySecond(some.map(timeOf))))
  if (most > mostPerSecond && waiting <= 2 * mostPerSecond)
    return inconclusive(
      'too-few-samples',
      `${most} reports came within a second, which may be the end of one and the beginning of the next; more than ${2 * mostPerSecond} at once would tell`,
    )
  return last.finds(true, {
    what: `no second holds more than ${mostPerSecond} reports, although ${waiting} waited at once`,
    expected: `${mostPerSecond} in a second`,
    at: '/at',
  })
}

const excess = (some: readonly Sighting[]): Judgement =>
  some
    .filter((one, index) => {
      const earlier = some[index - mostPerSecond]
      return earlier !== undefined && timeOf(one) - timeOf(earlier) < 1000
    })
    .slice(0, 3)
    .flatMap((one, _, { length }) =>
      one.finds(false, {
        what: `is one of more than ${mostPerSecond} reports in a second, wherever seconds begin (${length} of them are told)`,
        expected: `${mostPerSecond} in a second`,
        at: '/at',
      }),
    )

export default defineCheck(import.meta, {
  verifies: 'KFRB-030',
  ask: async ({ play }) => ({ usual: await play(reports), amidTrouble: await play(trouble) }),
  judge: ({ usual, amidTrouble }) => judge([usual.seen, amidTrouble.seen], amidTrouble.crowd),
})
