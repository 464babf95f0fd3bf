import { serviceLevel } from '../../../contracts/ytelse/service-level.ts'
import type { Sighting } from '../../kit/ask/witness.ts'
import { inconclusive } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { reports } from '../acts/reports.ts'
import { trouble } from '../acts/trouble.ts'
import { isDone, isReport, kfrOf, timeOf } from '../sightings.ts'

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

export default defineCheck(import.meta, {
  verifies: 'KFRB-030',
  ask: async ({ play }) => [(await play(reports)).seen, (await play(trouble)).seen],
  judge: (acts) => {
    const first = acts.map(firstAttempts)
    const all = first.flat()
    const last = all.at(-1)
    if (last === undefined || all.length <= mostPerSecond)
      return inconclusive('too-few-samples', `${all.length} reports cannot be more than ${mostPerSecond} in a second`)
    const excess = first.flatMap((some) =>
      some.filter((one, index) => {
        const earlier = some[index - mostPerSecond]
        return earlier !== undefined && timeOf(one) - timeOf(earlier) < 1000
      }),
    )
    return excess.length === 0
      ? last.finds(true, {
          what: `no second holds more than ${mostPerSecond} reports`,
          expected: `${mostPerSecond} in a second`,
          at: '/at',
        })
      : excess.slice(0, 3).flatMap((one) =>
          one.finds(false, {
            what: `is one of more than ${mostPerSecond} reports in a second (${excess.length} are)`,
            expected: `${mostPerSecond} in a second`,
            at: '/at',
          }),
        )
  },
})
