import type { Stage } from '../kit/ask/stage.ts'
import type { Sighting } from '../kit/ask/witness.ts'
import { arrivalMs, isUnderWay, sceneOf } from './looking.ts'
import type { Put } from './questions.ts'
import { secondsOf } from './round.ts'
import { actsOn, answersTo, type Done, hearingsOf, isServed } from './seen.ts'

/** What is waited for when the answers are there, or nobody waits for them any more. */

/** Where the bank was made to look, and says that it is done. */
const confirmationMs = 1000

/** Until what was fetched is confirmed: whoever confirms when the answer has gone does so after it has come. */
export async function awaitConfirmations(stage: Stage, put: readonly Put[]): Promise<void> {
  const areThere = (seen: readonly Sighting[]) =>
    put.every(({ sent }) => {
      const acts = sent === null ? [] : actsOn(sent.fileTransferId, seen)
      return isConfirmed(acts) || !acts.some(({ act }) => act.download?.whole === true)
    })
  if (areThere(await stage.seen())) return
  const withinMs = stage.offers('poll') ? confirmationMs : secondsOf(stage) * 1000
  await stage.until('confirmations of what was fetched', areThere, withinMs)
}

/** Until the bank has heard of it a second time, and whatever comes of that. */
export async function awaitSecondHearing(stage: Stage, put: readonly Put[]): Promise<void> {
  const ids = put.flatMap(({ sent }) => sent?.fileTransferId ?? [])
  const hasHeard = (seen: readonly Sighting[]) => ids.every((id) => hearingsOf(id, seen).length > 1)
  if (stage.offers('poll')) await stage.hook('poll', {})
  else {
    await stage.until('that the bank hears of it again', hasHeard, secondsOf(stage) * 1000)
    await awaitLateEvents(stage, put, ids)
  }
  await awaitWhatIsSaid(stage, put)
}

/** Whoever is told by events is told once more when it may have answered, and has a moment to answer once more. */
async function awaitLateEvents(stage: Stage, put: readonly Put[], ids: readonly string[]): Promise<void> {
  const eventsOf = (id: string, seen: readonly Sighting[]) =>
    hearingsOf(id, seen).filter(({ act }) => act.operation === 'event').length
  const before = await stage.seen()
  if (ids.every((id) => eventsOf(id, before) === 0)) return
  const isTold = (seen: readonly Sighting[]) => ids.every((id) => eventsOf(id, seen) > 2)
  await stage.until('that the bank is told of it once more', isTold, 2 * arrivalMs)
  const isSaid = (seen: readonly Sighting[]) => put.some((one) => answersTo(one, seen).length > 1)
  await stage.until('what is said besides', isSaid, arrivalMs)
}

/** A moment, for what nobody waits for and somebody may say all the same. Who says that it has looked has sent it by then. */
export async function awaitWhatIsSaid(stage: Stage, put: readonly Put[]): Promise<void> {
  const scene = sceneOf(put)
  const isThere = (seen: readonly Sighting[]) =>
    stage.offers('poll') ? !isUnderWay(seen, scene) : put.every((one) => answersTo(one, seen).length > 0)
  if (!isThere(await stage.seen())) await stage.until('what is said besides', isThere, arrivalMs)
}

const isConfirmed = (acts: readonly Done[]) =>
  acts.some((one) => one.act.operation === 'confirm' && (isServed(one) || one.act.refused?.number === 10))
