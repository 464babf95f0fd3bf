import type { Stage } from '../kit/ask/stage.ts'
import type { Done, Sighting } from '../kit/ask/witness.ts'
import type { Target } from '../kit/target.ts'
import type { Put, Question } from './questions.ts'
import { type Done as Acted, actsOn, answersTo, hearingsOf, isServed } from './seen.ts'

/** Questions that went out side by side, and the wait for their answers. */

export interface Round {
  readonly put: readonly Put[]
  readonly waited: Done
  /** How often the participant was asked to look, and how often it has said that it did. */
  readonly asked: number
  readonly polls: number
}

/** How long silence is waited out where nobody has said how long an answer takes. */
const usualSeconds = 120
const atATime = 4

/** Whether silence may be blamed: a time was declared, or the participant was made to look and says that it has. */
export const isBlamable = (target: Pick<Target, 'dsve' | 'hooks'>): boolean =>
  target.dsve?.answerSeconds !== undefined || target.hooks?.offers.includes('poll') === true

/** In this order, a few at a time. */
export async function send(stage: Stage, questions: readonly Question[]): Promise<readonly Put[]> {
  const put: Put[] = []
  for (let at = 0; at < questions.length; at += atATime) {
    const some = questions.slice(at, at + atATime)
    put.push(
      ...(await Promise.all(
        some.map(async (question) => {
          const { sent, done } = await stage.inquire(question.inquiry, question.expects)
          return { ...question, sent, done }
        }),
      )),
    )
  }
  return put
}

/** An answer takes five calls, and the broker lets a bank make 120 in a minute (dsve.md 1.8): many at once take longer than one. */
const paceMs = (5 * 60_000) / 120

/**
 * Until every one that has to be answered is, or nothing more is to be expected.
 * @param looks how often the bank has to look: once more where the first look comes to nothing by what befalls it
 */
export async function awaitAnswers(stage: Stage, what: string, put: readonly Put[], looks = 1): Promise<Round> {
  const wanted = put.flatMap(({ row, sent }) => (row === null || sent === null ? [] : [sent.number]))
  const enough = (seen: readonly Sighting[]) => {
    const answered = new Set(seen.flatMap(({ record: { letter } }) => (letter?.reply ? [letter.number] : [])))
    return wanted.every((number) => answered.has(number))
  }
  const patienceMs = secondsOf(stage) * 1000 * looks + (put.length - 1) * paceMs
  if (!stage.offers('poll')) return { put, waited: await stage.until(what, enough, patienceMs), asked: 0, polls: 0 }
  return { put, ...(await pollUntil(stage, what, put, enough, patienceMs)) }
}

const secondsOf = ({ target }: Stage) => target.dsve?.answerSeconds ?? usualSeconds

/** From the end of a poll until the megler has fetched what came of it, at most. */
const arrivalMs = 5000
/** Between two polls, where one came to no end that is known. */
const againMs = 2000

/** Who has looked, and says that it is done, is waited for no longer when nothing came of it twice. */
async function pollUntil(
  stage: Stage,
  what: string,
  put: readonly Put[],
  enough: (seen: readonly Sighting[]) => boolean,
  patienceMs: number,
): Promise<Omit<Round, 'put'>> {
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
function isUnderWay(seen: readonly Sighting[], scene: string): boolean {
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
  else await stage.until('that the bank hears of it again', hasHeard, secondsOf(stage) * 1000)
  await awaitWhatIsSaid(stage, put)
}

/** A moment, for what nobody waits for and somebody may say all the same. Who says that it has looked has sent it by then. */
export async function awaitWhatIsSaid(stage: Stage, put: readonly Put[]): Promise<void> {
  const scene = sceneOf(put)
  const isThere = (seen: readonly Sighting[]) =>
    stage.offers('poll') ? !isUnderWay(seen, scene) : put.every((one) => answersTo(one, seen).length > 0)
  if (!isThere(await stage.seen())) await stage.until('what is said besides', isThere, arrivalMs)
}

const sceneOf = (put: readonly Put[]) => put.at(0)?.done.record.epoch ?? ''

const isConfirmed = (acts: readonly Acted[]) =>
  acts.some((one) => one.act.operation === 'confirm' && (isServed(one) || one.act.refused?.number === 10))

export async function playRound(stage: Stage, name: string, questions: readonly Question[]): Promise<Round> {
  const put = await send(stage, questions)
  return awaitAnswers(stage, name, put)
}
