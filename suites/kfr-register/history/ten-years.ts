import { addDays, type IsoDate } from '../../../contracts/calendar.ts'
import type { KfrVersion } from '../../../contracts/kfr/operations.ts'
import type { Stage } from '../../kit/ask/stage.ts'
import { defineAct } from '../../kit/run/act.ts'
import { type Calls, callsOf } from '../calls.ts'
import { untilShown } from '../waiting.ts'
import { eachVersion, onMovedClock, setDay } from './clock.ts'

/** What takes years. */

/** What ended today is asked about a month before ten years have passed, and a month after. */
export const tenYears = defineAct({
  name: 'ten-years',
  polls: 0,
  movesClock: true,
  play: async (stage) => {
    const calls = callsOf(stage)
    const customer = calls.customer('ten-years-old')
    const last = calls.today
    const added = await stage.ask(calls.add(customer))
    const end = await stage.ask(calls.end(customer))
    return onMovedClock(stage, async () => {
      const before = await lookFrom(stage, calls, customer, last, 119)
      const after = await lookFrom(stage, calls, customer, last, 121)
      return { own: calls.organisationOf('reporter'), added, end, before, after }
    })
  },
})

async function lookFrom(stage: Stage, calls: Calls, customer: string, last: IsoDate, months: number) {
  const day = monthsAfter(last, months)
  const request = (version: KfrVersion) =>
    calls.relationships(version, customer, { from: addDays(last, -1), to: addDays(last, 1) })
  const own = calls.organisationOf('reporter')
  const moved = await setDay(stage, day)
  await stage.scene(`${months} months later`)
  return {
    moved,
    everywhere: await eachVersion(stage, async (version) => ({
      // Where it is to be gone nothing is waited for: years have passed.
      answer: await (months < 120 ? untilShown(stage, request(version), own) : stage.ask(request(version))),
    })),
  }
}

/** In the middle of its month: months differ at their ends. */
function monthsAfter(day: IsoDate, months: number): IsoDate {
  const [year, month] = day.split('-').map(Number) as [number, number]
  const count = year * 12 + (month - 1) + months
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-15` as IsoDate
}
