import type { Stage } from '../kit/ask/stage.ts'
import type { Done, Sighting } from '../kit/ask/witness.ts'
import type { Target } from '../kit/target.ts'
import { rhythmOf } from './rhythm.ts'
import { timeOf } from './sightings.ts'

/** Waits in vain. Whoever let two of a kind pass without a word will not use the days that twenty more would take. */
const inVain = new WeakMap<Target, { people: number; reports: number; deliveries: number }>()
export const mostInVain = 2

export function countOf({ target }: Pick<Stage, 'target'>) {
  const count = inVain.get(target) ?? { people: 0, reports: 0, deliveries: 0 }
  inVain.set(target, count)
  return count
}

/** For who was waited for in vain before. Milliseconds. */
export const shortMs = 1000

/** What was waited for until it was taken, and whether it was waited for as long as was declared. */
export interface Delivery {
  readonly waited: Done
  readonly isPatient: boolean
}

/**
 * Waits for what has to come through in the end; shortly where two waits of a run have been in vain, however much came
 * between them: a time of a day, which is the usual one, would make a week of five reports that are lost.
 */
export async function untilDelivered(
  stage: Stage,
  what: string,
  enough: (seen: readonly Sighting[]) => boolean,
  withinMs: number,
): Promise<Delivery> {
  const count = countOf(stage)
  const isPatient = count.deliveries < mostInVain
  const waited = await stage.until(what, enough, isPatient ? withinMs : Math.min(withinMs, shortMs))
  if (!enough(await stage.seen())) count.deliveries += 1
  return { waited, isPatient }
}

/**
 * Gives a report that was answered so the time in which it would be sent once more, counted from the first such answer: that
 * it was not shows only then. Ends when it is.
 */
export async function untilRepeated(
  stage: Stage,
  what: string,
  isReport: (sighting: Sighting) => boolean,
  isAnswered: (sighting: Sighting) => boolean,
): Promise<void> {
  const first = (await stage.seen()).find((one) => isReport(one) && isAnswered(one))
  if (first === undefined) return
  const isAgain = (seen: readonly Sighting[]) =>
    seen.slice(seen.findIndex((one) => one.record.id === first.record.id) + 1).some(isReport)
  const left = timeOf(first) + rhythmOf(stage.target).retryMs - Date.now()
  if (left > 0) await stage.until(what, isAgain, left)
}
