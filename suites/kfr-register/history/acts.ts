import { addDays, type IsoDate, minusMonths } from '../../../contracts/calendar.ts'
import type { Stage } from '../../kit/ask/stage.ts'
import { defineAct } from '../../kit/run/act.ts'
import { type Calls, callsOf, type Period, versionsOf } from '../calls.ts'

/** What takes days and years, for operators whose test environment lets its clock be moved. */

const onDay = (day: string): Period => ({ from: day, to: day })

/** At noon in Oslo, or nearly: no day ends there in any season. */
const setDay = (stage: Stage, day: IsoDate | null) =>
  stage.hook('clock', { now: day === null ? null : `${day}T11:00:00.000Z` })

/** The clock is the real one again, however it ends. */
async function onMovedClock<Seen>(stage: Stage, play: () => Promise<Seen>): Promise<Seen> {
  try {
    return await play()
  } finally {
    await setDay(stage, null)
  }
}

async function eachVersion<T>(stage: Stage, look: (version: '1.1.2' | '2.0') => Promise<T>) {
  const seen: ({ readonly version: '1.1.2' | '2.0' } & T)[] = []
  for (const version of versionsOf(stage.target)) seen.push({ version, ...(await look(version)) })
  return seen
}

/** A relationship is ended, and asked about on the day after; one that lasts stands beside it. */
export const dayAfter = defineAct({
  name: 'day-after',
  polls: 0,
  movesClock: true,
  play: async (stage) => {
    const calls = callsOf(stage)
    const [ended, lasting] = [calls.customer('aged'), calls.customer('lasting')]
    const last = calls.today
    const added = [await stage.ask(calls.add(ended)), await stage.ask(calls.add(lasting))]
    const end = await stage.ask(calls.end(ended))
    const next = addDays(last, 1)
    return onMovedClock(stage, async () => {
      const moved = await setDay(stage, next)
      await stage.scene('next day')
      return {
        own: calls.organisationOf('reporter'),
        added,
        end,
        moved,
        ownDayAfter: await stage.ask(calls.own(ended)),
        ownThen: await stage.ask(calls.own(ended, onDay(last))),
        ownActive: await stage.ask(calls.own(lasting)),
        everywhere: await eachVersion(stage, async (version) => ({
          today: await stage.ask(calls.relationships(version, ended, onDay(next))),
          onLastDay: await stage.ask(calls.relationships(version, ended, onDay(last))),
          around: await stage.ask(calls.relationships(version, ended, { from: addDays(last, -1), to: next })),
        })),
      }
    })
  },
})

/** A customer comes back two days after having left. */
export const comesBack = defineAct({
  name: 'comes-back',
  polls: 0,
  movesClock: true,
  play: async (stage) => {
    const calls = callsOf(stage)
    const customer = calls.customer('returns')
    const first = calls.today
    const [between, second] = [addDays(first, 1), addDays(first, 2)]
    const added = await stage.ask(calls.add(customer))
    const end = await stage.ask(calls.end(customer))
    return onMovedClock(stage, async () => {
      const moved = await setDay(stage, second)
      await stage.scene('two days later')
      const again = await stage.ask(calls.add(customer))
      return {
        own: calls.organisationOf('reporter'),
        added,
        end,
        moved,
        again,
        inFirst: await stage.ask(calls.own(customer, onDay(first))),
        inBetween: await stage.ask(calls.own(customer, onDay(between))),
        inSecond: await stage.ask(calls.own(customer, onDay(second))),
      }
    })
  },
})

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
  const moved = await setDay(stage, day)
  await stage.scene(`${months} months later`)
  return {
    moved,
    everywhere: await eachVersion(stage, async (version) => ({
      answer: await stage.ask(
        calls.relationships(version, customer, { from: addDays(last, -1), to: addDays(last, 1) }),
      ),
    })),
  }
}

/** In the middle of its month: months differ at their ends. */
function monthsAfter(day: IsoDate, months: number): IsoDate {
  const middle = `${day.slice(0, 8)}15`
  const [year, month] = middle.split('-').map(Number) as [number, number]
  const count = year * 12 + (month - 1) + months
  return minusMonths(`${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-15` as IsoDate, 0)
}

/** An institution ceases, and its customers are asked about on the day after. */
export const ceases = defineAct({
  name: 'ceases',
  polls: 0,
  movesClock: true,
  play: async (stage) => {
    const calls = callsOf(stage)
    const customer = calls.customer('ceased')
    const gone = calls.organisationOf('secondReporter')
    const last = calls.today
    const added = await stage.ask(calls.add(customer, 'secondReporter'))
    const addedElsewhere = await stage.ask(calls.add(customer))
    const told = await stage.hook('cease', { organisationNumber: gone })
    const next = addDays(last, 1)
    return onMovedClock(stage, async () => {
      const moved = await setDay(stage, next)
      await stage.scene('day after it ceased')
      return {
        gone,
        stays: calls.organisationOf('reporter'),
        added,
        addedElsewhere,
        told,
        moved,
        everywhere: await eachVersion(stage, async (version) => ({
          today: await stage.ask(calls.relationships(version, customer, onDay(next))),
          around: await stage.ask(calls.relationships(version, customer, { from: addDays(last, -1), to: next })),
        })),
      }
    })
  },
})
