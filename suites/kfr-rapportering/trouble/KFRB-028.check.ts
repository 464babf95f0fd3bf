import type { Done, Sighting } from '../../kit/ask/witness.ts'
import { all, given, inconclusive, type Judgement, labelled } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { trouble } from '../acts/trouble.ts'
import { happened } from '../grounds.ts'
import type { Happened } from '../happen.ts'
import { isAbout, isDone, isOperation, timeOf } from '../sightings.ts'

type Evidence = Awaited<ReturnType<typeof trouble.play>>

/** Whoever tries again at once, again and again, does not let go of a register that has trouble already. Milliseconds. */
const noPause = 50

/** Delivered in the end, whatever came before. */
function delivered(one: Happened, waited: Done | null, seen: readonly Sighting[]): Judgement {
  const { about } = one.event
  if (about === null) return []
  return given(happened(one), () => {
    const reports = seen.filter(isAbout(about, 'add'))
    const taken = reports.find(isDone)
    const last = reports.at(-1)
    if (taken !== undefined) return taken.finds(true, { what: 'is delivered', expected: [200, 201], at: '/status' })
    if (last !== undefined)
      return last.finds(false, { what: 'is lost after it failed', expected: [200, 201], at: '/status' })
    // Whoever reports nobody is judged by that.
    if (waited === null || !seen.some(isOperation('add')))
      return inconclusive('need-not-met', 'nobody was reported, in trouble or out of it')
    return waited.finds(false, { what: 'is lost: no report ever came', expected: true, at: '/outcome/met' })
  })
}

function pauses({ seen }: Evidence): Judgement {
  const failed = seen.filter(
    ({ record }) => record.kfr?.operation === 'add' && (record.status === 0 || record.status >= 500),
  )
  const byCustomer = Map.groupBy(failed, ({ record }) => record.kfr?.customer?.digest)
  return [...byCustomer.values()].flatMap((attempts) => {
    const hasty = attempts.find(
      (one, index) => index > 0 && timeOf(one) - timeOf(attempts[index - 1] as Sighting) < noPause,
    )
    return hasty === undefined
      ? []
      : hasty.finds(false, {
          what: 'is sent again without a pause',
          weight: 'tolerated',
          expected: `${noPause} ms and growing`,
          at: '/at',
        })
  })
}

/** F19 meets a 500, F20 silence and F21 a connection that is cut; eleven others meet an outage. */
export default defineCheck(import.meta, {
  verifies: 'KFRB-028',
  needs: ['F19', 'F20', 'F21'],
  ask: async ({ play }) => play(trouble),
  judge: (evidence) => {
    const { events, seen, afterFailures, afterOutage } = evidence
    const single = new Set(['open F19', 'open F20', 'open F21'])
    const failed = Object.values(events).filter(
      ({ event, by }) => single.has(event.name) || (by !== null && duringOutage.test(event.name)),
    )
    return all(
      ...failed.map((one) =>
        labelled(one.event.name, delivered(one, single.has(one.event.name) ? afterFailures : afterOutage, seen)),
      ),
      pauses(evidence),
    )
  },
})

const duringOutage = /^open F(?:2[4-9]|3[0-4])$/
