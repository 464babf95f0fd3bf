/** Lets go of every request at its time, whatever became of those before it. */

export interface Clock {
  /** Milliseconds; only differences matter. */
  now(): number
  /** Calls back at that time or later; the earlier of two first. */
  at(time: number, callback: () => void): void
}

export interface CadenceOptions {
  /** From the start, ascending. */
  readonly planned: readonly number[]
  /** More than these are never on their way together. */
  readonly cap: number
  readonly clock: Clock
  /** The moment from which `planned` counts. */
  readonly start: number
  /** Puts one; `done` is called once, whatever came of it. */
  readonly fire: (n: number, sent: number, done: () => void) => void
  /** It was its turn, and too many were on their way. */
  readonly unsent: (n: number) => void
  readonly stopped: () => boolean
  /** All are done. */
  readonly end: (outcome: { readonly whole: boolean; readonly mostConcurrent: number }) => void
}

export function keepCadence({ planned, cap, clock, start, fire, unsent, stopped, end }: CadenceOptions): void {
  let next = 0
  let underWay = 0
  let mostConcurrent = 0
  let ended = false

  const endIfDone = () => {
    if (ended || underWay > 0 || (next < planned.length && !stopped())) return
    ended = true
    end({ whole: next === planned.length, mostConcurrent })
  }
  const letGo = (n: number, now: number) => {
    if (underWay >= cap) return unsent(n)
    underWay++
    mostConcurrent = Math.max(mostConcurrent, underWay)
    let isDone = false
    fire(n, now, () => {
      if (isDone) return
      isDone = true
      underWay--
      endIfDone()
    })
  }
  const turn = () => {
    if (ended) return
    for (let now = clock.now() - start; !stopped() && next < planned.length; now = clock.now() - start) {
      if ((planned[next] ?? 0) > now) break
      letGo(next++, now)
    }
    if (next < planned.length && !stopped()) clock.at(start + (planned[next] ?? 0), turn)
    else endIfDone()
  }
  turn()
}

/** A timer of Node counts in whole milliseconds, and a thread that slept may wake later still: both together, about. */
const awakeMs = 2

/** The clock of the machine. It sleeps until shortly before the time, and looks at every turn of the loop from then on. */
export const machineClock: Clock = {
  now: () => performance.now(),
  at: (time, callback) => {
    const look = () => {
      if (performance.now() < time) setImmediate(look)
      else callback()
    }
    setTimeout(look, Math.max(0, time - awakeMs - performance.now()))
  },
}
