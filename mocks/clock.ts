/** Time as a party sees it. Tests and virtual days hand in one of their own; nothing here sleeps. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Runs once, at that time or as soon after it as can be; gives what cancels it. */
  at(time: number, run: () => void): () => void
}

/** The longest that a timer of Node can wait; a later time is approached in steps. */
const longestMs = 2 ** 31 - 1

/** The real one. A waiting alarm keeps no process alive. */
export const realClock: Clock = {
  now: Date.now,
  at(time, run) {
    let timer: NodeJS.Timeout
    const wait = () => {
      const left = time - Date.now()
      timer = left > longestMs ? setTimeout(wait, longestMs) : setTimeout(run, Math.max(0, left))
      timer.unref()
    }
    wait()
    return () => clearTimeout(timer)
  },
}

/** Resolves so many milliseconds later. */
export const pause = (clock: Clock, milliseconds: number): Promise<void> =>
  new Promise((resolve) => void clock.at(clock.now() + milliseconds, resolve))

export interface ManualClock extends Clock {
  /** Goes on by so many milliseconds; whatever is due on the way runs at its own time, in order. */
  advance(milliseconds: number): void
  /** When the next alarm is due; null when nobody waits. */
  next(): number | null
}

export function createManualClock(start = Date.UTC(2026, 10, 20, 12)): ManualClock {
  let now = start
  const alarms = new Set<{ readonly time: number; readonly run: () => void }>()
  const nextUntil = (end: number) =>
    [...alarms].filter(({ time }) => time <= end).toSorted((one, other) => one.time - other.time)[0]
  return {
    now: () => now,
    at(time, run) {
      const alarm = { time, run }
      alarms.add(alarm)
      return () => alarms.delete(alarm)
    },
    advance(milliseconds) {
      const end = now + milliseconds
      for (let alarm = nextUntil(end); alarm !== undefined; alarm = nextUntil(end)) {
        alarms.delete(alarm)
        now = Math.max(now, alarm.time)
        alarm.run()
      }
      now = end
    },
    next: () => nextUntil(Number.POSITIVE_INFINITY)?.time ?? null,
  }
}

/**
 * The same time for somebody who never has to wait: whenever he does, it goes on to the moment he waits for, and no
 * further. Time that passed by itself would overtake what is still on its way through a socket.
 */
export const whoNeverWaits = (clock: ManualClock): Clock => ({
  now: clock.now,
  at(time, run) {
    const cancel = clock.at(time, run)
    setImmediate(() => clock.advance(Math.max(0, time - clock.now())))
    return cancel
  },
})
