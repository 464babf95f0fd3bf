import type { Cadence, LoadKind } from '../../../contracts/report/load.ts'
import { randomFrom, shuffled } from './random.ts'

/** When each request has to leave, and what it asks. Nothing that a participant does changes any of it. */

export interface Shot {
  /** Milliseconds from the start of the window. */
  readonly planned: number
  readonly kind: string
  /** Which question of its kind. */
  readonly question: number
}

export interface ScheduledKind {
  readonly name: string
  /** Of so many requests of each round. */
  readonly weight: number
  readonly isJob: boolean
  /** How many different ones it has. */
  readonly questions: number
}

export interface ScheduleOptions {
  /** Judged ones; those of the job come on top. */
  readonly n: number
  readonly ratePerSecond: number
  readonly cadence: Cadence
  readonly seed: number
  readonly kinds: readonly ScheduledKind[]
}

export function scheduleOf({ n, ratePerSecond, cadence, seed, kinds }: ScheduleOptions): readonly Shot[] {
  const random = randomFrom(seed)
  const next = momentsBy(cadence, 1000 / ratePerSecond, random)
  const asked = new Map<string, number>()
  const shots: Shot[] = []
  let judged = 0
  while (judged < n) {
    const round = shuffled(
      kinds.flatMap((kind) => Array.from({ length: kind.weight }, () => kind)),
      random,
    )
    if (round.every(({ isJob }) => isJob)) throw new Error('a schedule needs requests that are judged')
    for (const { name, questions, isJob } of round) {
      if (judged === n) break
      const before = asked.get(name) ?? 0
      asked.set(name, before + 1)
      shots.push({ planned: next(shots.length), kind: name, question: before % questions })
      if (!isJob) judged++
    }
  }
  return shots
}

/**
 * A bare cadence meets the timers of a server always at the same point of theirs. So each request is moved inside its own
 * interval, which keeps the rate; or arrivals are independent of each other, as many callers make them.
 */
function momentsBy(cadence: Cadence, interval: number, random: () => number): (n: number) => number {
  if (cadence === 'fixed') return (n) => n * interval
  if (cadence === 'jittered') return (n) => (n + random()) * interval
  let at = 0
  return () => {
    at -= Math.log(1 - random()) * interval
    return at
  }
}

export const mixOf = (shots: readonly Shot[], kinds: readonly ScheduledKind[]): readonly LoadKind[] =>
  kinds.map(({ name, isJob }) => ({ name, isJob, count: shots.filter((shot) => shot.kind === name).length }))
