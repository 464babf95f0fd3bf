/** When Brreg is asked: on time, when somebody wants it, and one after the other, whoever asks. */
interface Timetable {
  /** Asks after those that ask already; rejects as `once` does. */
  enqueue(): Promise<void>
  /** Asks on time at that moment at the latest, by the bank's clock, which may just have been moved. Milliseconds since 1970. */
  dueBy(at: number): void
  /** Asks on time from now on. */
  begin(): void
  /** Of what is asked from now on; aborts when that is given up. */
  signal(): AbortSignal
  /** Gives up what is asked, and asks no more; resolves when nothing is under way. */
  stop(): Promise<void>
  /** After a stop: what is enqueued is asked again. */
  renew(): void
  close(): Promise<void>
}

interface TimetableOptions {
  /** Milliseconds between two polls; null where only `enqueue` asks. */
  readonly everyMs: number | null
  readonly now: () => number
  /** Polls once; rejects when the signal aborts. */
  readonly once: (signal: AbortSignal) => Promise<void>
}

export function createTimetable({ everyMs, now, once }: TimetableOptions): Timetable {
  let life = new AbortController()
  let running: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let closed = false
  /** By the bank's own clock: one that is moved past it makes it due. */
  let due = now() + (everyMs ?? 0)
  let isQueued = false

  const enqueue = (): Promise<void> => {
    const { signal } = life
    const next = running.then(() => once(signal))
    running = next.catch(() => undefined)
    return next
  }
  const onTime = () => {
    due = now() + (everyMs ?? 0)
    if (isQueued) return
    isQueued = true
    void running
      .then(() => {
        isQueued = false
        return enqueue()
      })
      .catch(() => undefined)
      .then(schedule)
  }
  const schedule = () => {
    clearTimeout(timer)
    if (everyMs === null || closed) return
    timer = setTimeout(onTime, Math.min(Math.max(0, due - now()), longestTimerMs))
    timer.unref()
  }
  const stop = async () => {
    clearTimeout(timer)
    life.abort(new Error('what polls was stopped'))
    await running
  }
  return {
    enqueue,
    dueBy: (at) => {
      due = Math.min(due, at)
      schedule()
    },
    begin: schedule,
    signal: () => life.signal,
    stop,
    renew: () => {
      life = new AbortController()
    },
    close: () => {
      closed = true
      return stop()
    },
  }
}

/** What a timer can hold; one that ends early is begun again by the poll that it makes. */
const longestTimerMs = 2 ** 31 - 1
