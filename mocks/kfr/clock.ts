import { type Clock, realClock } from '../clock.ts'

/** A clock that can be set, and goes on from there; alarms go by the time that it shows. */
export interface SettableClock extends Clock {
  isSet(): boolean
  /** ISO 8601; null is the time of the clock beneath again. Throws when it is no time. */
  set(to: string | null): void
}

export function createSettableClock(beneath: Clock = realClock): SettableClock {
  let ahead = 0
  let set = false
  const alarms = new Set<{ readonly time: number; readonly run: () => void; cancel: () => void }>()
  const arm = (alarm: { readonly time: number; readonly run: () => void }) =>
    beneath.at(alarm.time - ahead, () => {
      alarms.delete(alarm as never)
      alarm.run()
    })
  return {
    now: () => beneath.now() + ahead,
    isSet: () => set,
    at(time, run) {
      const alarm = { time, run, cancel: () => {} }
      alarms.add(alarm)
      alarm.cancel = arm(alarm)
      return () => {
        alarms.delete(alarm)
        alarm.cancel()
      }
    },
    set(to) {
      const at = to === null ? null : Date.parse(to)
      if (Number.isNaN(at)) throw new Error(`"${to}" is no time; write 2026-01-31T09:00:00.000Z, or null`)
      ahead = at === null ? 0 : at - beneath.now()
      set = at !== null
      for (const alarm of alarms) {
        alarm.cancel()
        alarm.cancel = arm(alarm)
      }
    },
  }
}
