import type { Inquired, Stage } from '../kit/ask/stage.ts'
import type { Done, Sighting } from '../kit/ask/witness.ts'
import type { Target } from '../kit/target.ts'
import type { Question } from './questions.ts'

/** Questions that went out side by side, and the wait for their answers. */

export interface Put extends Question, Omit<Inquired, 'inquiry'> {}

export interface Round {
  readonly put: readonly Put[]
  readonly waited: Done
  /** How often the participant was made to look. */
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

/** Until every one that has to be answered is, or nothing more is to be expected. */
export async function awaitAnswers(stage: Stage, what: string, put: readonly Put[]): Promise<Round> {
  const wanted = put.flatMap(({ row, sent }) => (row === null || sent === null ? [] : [sent.number]))
  const enough = (seen: readonly Sighting[]) => {
    const answered = new Set(seen.flatMap(({ record: { letter } }) => (letter?.reply ? [letter.number] : [])))
    return wanted.every((number) => answered.has(number))
  }
  const patienceMs = (stage.target.dsve?.answerSeconds ?? usualSeconds) * 1000
  if (!stage.offers('poll')) return { put, waited: await stage.until(what, enough, patienceMs), polls: 0 }
  return { put, ...(await pollUntil(stage, what, enough, patienceMs)) }
}

/** From the end of a poll until the megler has fetched what came of it. */
const arrivalMs = 1000

/** Who has looked, and says that it is done, is waited for no longer when nothing came of it twice. */
async function pollUntil(
  stage: Stage,
  what: string,
  enough: (seen: readonly Sighting[]) => boolean,
  patienceMs: number,
): Promise<Omit<Round, 'put'>> {
  const ends = Date.now() + patienceMs
  let [before, idle] = [-1, 0]
  for (let polls = 1; ; polls += 1) {
    await stage.hook('poll', {})
    const waited = await stage.until(what, enough, arrivalMs)
    const { met } = waited.record.outcome as { readonly met: boolean }
    const done = (await stage.seen()).filter(isProgress).length
    idle = done === before ? idle + 1 : 0
    before = done
    if (met || idle === 1 || Date.now() > ends) return { waited, polls }
  }
}

const isProgress = ({ record: { letter, act } }: Sighting): boolean =>
  letter?.reply !== undefined || (act !== undefined && act.operation !== 'search' && act.status < 400)

export async function playRound(stage: Stage, name: string, questions: readonly Question[]): Promise<Round> {
  const put = await send(stage, questions)
  return awaitAnswers(stage, name, put)
}
