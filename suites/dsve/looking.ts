import type { Stage } from '../kit/ask/stage.ts'
import type { Done, Sighting } from '../kit/ask/witness.ts'
import type { Put } from './questions.ts'

/** Having the bank look by its hook, until there is nothing more to be expected. */

export interface Looked {
  readonly waited: Done
  /** How often the participant was asked to look, and how often it has said that it did. */
  readonly asked: number
  readonly polls: number
}

export const sceneOf = (put: readonly Put[]) => put.at(0)?.done.record.epoch ?? ''

/** From the end of a poll until the megler has fetched what came of it, at most. */
export const arrivalMs = 5000
/** Between two polls, where one came to no end that is known. */
const againMs = 2000

/** Who has looked, and says that it is done, is waited for no longer when nothing came of it twice. */
export async function pollUntil(
  stage: Stage,
  what: string,
  put: readonly Put[],
  enough: (seen: readonly Sighting[]) => boolean,
  patienceMs: number,
): Promise<Looked> {
  const ends = Date.now() + patienceMs
  const scene = sceneOf(put)
  let [before, asked, polls] = [-1, 0, 0]
  for (;;) {
    const hasLooked = (await stage.hook('poll', {})).status === 200
    const mayLookAgain = Date.now() + (isHeldOff(await stage.seen(), scene) ? heldOffMs : 0)
    asked += 1
    if (hasLooked) polls += 1
    const isOver = (seen: readonly Sighting[]) =>
      enough(seen) || (hasLooked && !isUnderWay(seen, scene) && Date.now() >= mayLookAgain)
    if (!isOver(await stage.seen()))
      await stage.until(`${what}, which are on their way`, isOver, hasLooked ? arrivalMs : againMs)
    const seen = await stage.seen()
    const done = progressIn(seen)
    const isIdle = hasLooked && done === before
    before = done
    if (enough(seen) || isIdle || Date.now() > ends) return { waited: await stage.until(what, enough, 0), asked, polls }
  }
}

/** Something was uploaded in this scene that the megler has not fetched; what an earlier one left behind was waited for there. */
export function isUnderWay(seen: readonly Sighting[], scene: string): boolean {
  const fetched = new Set(seen.flatMap(({ record: { letter } }) => (letter?.reply ? [letter.fileTransferId] : [])))
  return seen.some(
    ({ record: { act, epoch } }) =>
      epoch === scene &&
      act !== undefined &&
      uploading.has(act.operation) &&
      act.status < 300 &&
      !fetched.has(act.fileTransferId ?? ''),
  )
}

/** The last search of the scene was answered with 429: a bank that looks another time is not asked to come too soon. */
const isHeldOff = (seen: readonly Sighting[], scene: string): boolean =>
  seen.findLast(({ record: { act, epoch } }) => epoch === scene && act?.operation === 'search')?.record.status === 429
/** Longer than it was told. */
const heldOffMs = 1500

const uploading = new Set(['upload', 'initialiseAndUpload'])

/**
 * How much came of looking; that it read again what it knows is none of it. A call that failed is, once: a bank that tries
 * again when it looks the next time has not met yet what else fails, and one that fails for ever is waited for no longer.
 */
const progressIn = (seen: readonly Sighting[]): number =>
  new Set(
    seen.flatMap(({ record: { id, letter, act } }) => {
      if (letter?.reply !== undefined) return id
      if (act === undefined || act.operation === 'search') return []
      if (act.status >= 300) return `${act.operation} ${act.status} ${act.fileTransferId}`
      return steps.has(act.operation) ? id : []
    }),
  ).size
const steps = new Set(['confirm', 'initialise', 'initialiseAndUpload', 'upload'])
