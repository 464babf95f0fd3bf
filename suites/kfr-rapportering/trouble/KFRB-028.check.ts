import type { Sighting } from '../../kit/ask/witness.ts'
import { all, given, inconclusive, type Judgement, labelled } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { trouble } from '../acts/trouble.ts'
import { happened } from '../grounds.ts'
import type { Happened } from '../happen.ts'
import type { Delivery } from '../patience.ts'
import { isAbout, isDone, isOperation, isReport, kfrOf, timeOf } from '../sightings.ts'

type Evidence = Awaited<ReturnType<typeof trouble.play>>

/** Whoever tries again at once, again and again, does not let go of a register that has trouble already. Milliseconds. */
const noPause = 50

/** Delivered in the end, whatever came before. */
function delivered({ event, ...one }: Happened, delivery: Delivery | null, seen: readonly Sighting[]): Judgement {
  const { about, reports: operation } = event
  if (about === null || operation === null) return []
  return given(happened({ event, ...one }), () => {
    const reports = seen.filter((sighting) => isAbout(about, operation)(sighting) && timeOf(sighting) >= one.at)
    const taken = reports.find(isDone)
    const last = reports.at(-1)
    if (taken !== undefined)
      return taken.finds(true, { what: 'is delivered', expected: [200, 201, 204], at: '/status' })
    // Whoever reports nobody is judged by that.
    if (delivery === null || (last === undefined && !seen.some(isOperation(operation))))
      return inconclusive('need-not-met', `nothing was reported as ${operation}, in trouble or out of it`)
    const { status = 0 } = last?.record ?? {}
    if (status >= 400 && status < 500)
      return inconclusive(
        'need-not-met',
        `it was refused with ${status} in the end, which is no failure of the register`,
      )
    if (!delivery.isPatient) return inconclusive('deadline', 'it was not waited for as long as was declared')
    return last === undefined
      ? delivery.waited.finds(false, { what: 'is lost: no report ever came', expected: true, at: '/outcome/met' })
      : last.finds(false, { what: 'is lost after it failed', expected: [200, 201, 204], at: '/status' })
  })
}

function pauses({ seen }: Evidence): Judgement {
  const failed = seen.filter((one) => isReport(one) && (one.record.status === 0 || one.record.status >= 500))
  const byCustomer = Map.groupBy(failed, (one) => `${kfrOf(one)?.operation} ${kfrOf(one)?.customer?.digest}`)
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

/** F19 meets a 500, F20 silence and F21 a connection that is cut; eleven others meet an outage. The end of F19 meets a 500. */
export default defineCheck(import.meta, {
  verifies: 'KFRB-028',
  needs: ['F19', 'F20', 'F21'],
  ask: async ({ play }) => play(trouble),
  judge: (evidence) => {
    const { events, seen, afterFailures, afterFailedEnd, afterOutage } = evidence
    const waitedFor = ({ event: { name }, by }: Happened): readonly [Delivery | null] | null => {
      if (['open F19', 'open F20', 'open F21'].includes(name)) return [afterFailures]
      if (by === null) return null
      if (name === 'close F19') return [afterFailedEnd]
      return duringOutage.test(name) ? [afterOutage] : null
    }
    return all(
      ...Object.values(events).flatMap((one) => {
        const waited = waitedFor(one)
        return waited === null ? [] : [labelled(one.event.name, delivered(one, waited[0], seen))]
      }),
      pauses(evidence),
    )
  },
})

const duringOutage = /^open F(?:2[4-9]|3[0-4])$/
