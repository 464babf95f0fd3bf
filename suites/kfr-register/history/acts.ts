import { addDays } from '../../../contracts/calendar.ts'
import { defineAct } from '../../kit/run/act.ts'
import { callsOf, onDay } from '../calls.ts'
import { untilHidden, untilShown } from '../waiting.ts'
import { eachVersion, onMovedClock, setDay } from './clock.ts'

/** What takes days. */

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
      const own = calls.organisationOf('reporter')
      const around = { from: addDays(last, -1), to: next }
      return {
        own,
        added,
        end,
        moved,
        ownThen: await untilShown(stage, calls.own(ended, onDay(last)), own),
        ownDayAfter: await untilHidden(stage, calls.own(ended), own),
        ownActive: await untilShown(stage, calls.own(lasting), own),
        everywhere: await eachVersion(stage, async (version) => ({
          around: await untilShown(stage, calls.relationships(version, ended, around), own),
          today: await untilHidden(stage, calls.relationships(version, ended, onDay(next)), own),
          onLastDay: await stage.ask(calls.relationships(version, ended, onDay(last))),
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
      const own = calls.organisationOf('reporter')
      return {
        own,
        added,
        end,
        moved,
        again,
        inSecond: await untilShown(stage, calls.own(customer, onDay(second)), own),
        inFirst: await untilShown(stage, calls.own(customer, onDay(first)), own),
        inBetween: await stage.ask(calls.own(customer, onDay(between))),
      }
    })
  },
})

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
          around: await untilShown(
            stage,
            calls.relationships(version, customer, { from: addDays(last, -1), to: next }),
            gone,
          ),
          today: await untilHidden(stage, calls.relationships(version, customer, onDay(next)), gone),
        })),
      }
    })
  },
})
