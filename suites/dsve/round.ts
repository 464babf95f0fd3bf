import type { Stage } from '../kit/ask/stage.ts'
import type { Sighting } from '../kit/ask/witness.ts'
import type { Target } from '../kit/target.ts'
import { type Looked, pollUntil } from './looking.ts'
import type { Put, Question } from './questions.ts'

/** Questions that went out side by side, and the wait for their answers. */

export interface Round extends Looked {
  readonly put: readonly Put[]
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

/**
 * Many at once take longer than one. An answer takes five calls, and some more where the bank looks how far it is; a broker
 * that counts lets it make 120 in a minute (dsve.md 1.8).
 */
const paceMs = ({ isAmongStanding }: Target) => ((isAmongStanding === true ? 9 : 5) * 60_000) / 120

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
  const patienceMs = secondsOf(stage) * 1000 * looks + (put.length - 1) * paceMs(stage.target)
  if (!stage.offers('poll')) return { put, waited: await stage.until(what, enough, patienceMs), asked: 0, polls: 0 }
  return { put, ...(await pollUntil(stage, what, put, enough, patienceMs)) }
}

/** As declared, or as is usual. */
export const secondsOf = ({ target }: Stage) => target.dsve?.answerSeconds ?? usualSeconds

export async function playRound(stage: Stage, name: string, questions: readonly Question[]): Promise<Round> {
  const put = await send(stage, questions)
  return awaitAnswers(stage, name, put)
}
