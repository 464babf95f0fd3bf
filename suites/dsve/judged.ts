import type { Flow } from '../../contracts/dsve/declared.ts'
import { breach, type Problem } from '../../contracts/dsve/rules/problem.ts'
import type { Doors } from '../kit/ask/doors.ts'
import type { Sighting } from '../kit/ask/witness.ts'
import { foundInLetter } from '../kit/judge/finding.ts'
import { all, inconclusive, type Judgement, notApplicable, notTested } from '../kit/judge/judgement.ts'
import type { Act } from '../kit/run/act.ts'
import type { Target } from '../kit/target.ts'
import { answers } from './acts/answers.ts'
import { flowOf, flowsOf, type Put } from './questions.ts'
import { isBlamable, type Round } from './round.ts'
import { type Answered, actsOn, answeredOf, answersTo, elementAt, messageIn, unmatched } from './seen.ts'

/** What the checks of this area share. */

export type Answers = Awaited<ReturnType<(typeof answers)['play']>>

export const notOnStage = notTested(
  'unobservable-here',
  'the participant answers no megler here: its configuration has no "dsve"',
)

/** A check of an act of this area: it is not tested where neither megler nor broker stands. */
export const onStage = <Seen>(act: Act<Seen>, judge: (seen: Seen) => Judgement) => ({
  ask: async (doors: Doors): Promise<Seen | null> => (doors.target.dsve === undefined ? null : doors.play(act)),
  judge: (seen: Seen | null): Judgement => (seen === null ? notOnStage : judge(seen)),
})

export const onAnswers = (judge: (seen: Answers) => Judgement) => onStage(answers, judge)

export const lacks = ({ target }: Pick<Answers, 'target'>, flow: Flow): boolean => !flowsOf(target).includes(flow)

export const otherFlow = (flow: Flow): Judgement =>
  notApplicable('capability-absent', `the participant declares that it does not answer ${flow}`)

/** Of both rounds. */
export const putIn = ({ first, again }: Answers): readonly Put[] => [...first.put, ...again.put]

/** Those whose answers are held against every row. */
export const plainAnswers = (seen: Answers): readonly Answered[] =>
  answeredOf(
    putIn(seen).filter(({ isPlain }) => isPlain),
    seen.seen,
  )

/** That an answer is there, as what stands in it. */
export const answered = ({ put, sighting }: Answered, what: string): Judgement =>
  sighting.finds(true, { what: `${put.name}: ${what}`, expected: null, at: '/letter/reply/propertyList/status' })

/** A problem that was recorded with an answer. */
const problem = ({ put, sighting }: Pick<Answered, 'put' | 'sighting'>, one: Problem): Judgement => [
  foundInLetter(sighting.record, one, `${put.name}: ${one.path}`),
]

/** That something is wrong with an answer which shows beside others only: what stands at a path inside its message. */
export const toldIn = (
  { put, sighting, reply }: Answered,
  path: string,
  what: string,
  expected: string,
  actual = elementAt(reply, path)?.text ?? 'absent',
): Judgement => [
  foundInLetter(
    sighting.record,
    { ...breach('', `/${messageIn(reply)?.name ?? ''}/${path}`, expected, actual) },
    `${put.name}: ${what}`,
  ),
]

/** One problem of many answers, or that each of them has none. */
export const problemsOfRow = (row: string, some: readonly Answered[]): Judgement =>
  some.flatMap((one) => {
    const found = one.reply.problems.filter(({ requirement }) => requirement === row)
    return found.length === 0 ? answered(one, 'is as required') : found.flatMap((each) => problem(one, each))
  })

interface Rounds {
  readonly target: Target
  readonly rounds: readonly Round[]
  readonly seen: readonly Sighting[]
}

/**
 * Whether those were answered at all. Silence is blamed where a time was declared, or the bank says that it has looked; of
 * a bank that answers nobody in that flow it says nothing about any way of asking.
 */
export function heard(put: readonly Put[], around: Rounds): Judgement {
  const all = around.rounds.flatMap(({ put: some }) => some)
  const answering = new Set(answeredOf(all, around.seen).map((one) => flowOf(one.put)))
  return put.flatMap((one) => (answering.has(flowOf(one)) ? answeredEach([one], around) : unheard(one)))
}

const unheard = (one: Put): Judgement =>
  inconclusive('need-not-met', `${one.name}: nobody who asked for ${flowOf(one)} was answered`)

/** The same, whether anybody else is answered or not. */
export function answeredEach(put: readonly Put[], { target, rounds, seen }: Rounds): Judgement {
  const lost = unmatched(seen).length
  return put.flatMap((one): Judgement => {
    const [answer] = answersTo(one, seen)
    if (answer !== undefined)
      return answer.finds(true, { what: `${one.name}: is answered`, expected: null, at: '/letter/what' })
    if (one.sent === null)
      return inconclusive('need-not-met', `${one.name}: the megler could not ask (${one.done.record.id})`)
    if (lost > 0)
      return inconclusive(
        'need-not-met',
        `${one.name}: ${lost} answers belong to no question, and one may be meant for it`,
      )
    if (!isBlamable(target))
      return inconclusive('deadline', `${one.name}: no answer was seen, and no time is declared ("dsve.answerSeconds")`)
    const round = rounds.find(({ put: some }) => some.includes(one))
    const why = round?.polls
      ? 'the hook “poll” has said that everything is answered or put aside'
      : `${target.dsve?.answerSeconds} seconds are declared ("dsve.answerSeconds")`
    const what = `${one.name}: should be answered, for ${why}`
    return (round?.waited ?? one.done).finds(false, { what, expected: true, at: '/outcome/met' })
  })
}

export const roundsOf = ({ target, first, again, seen }: Answers): Rounds => ({ target, rounds: [first, again], seen })

/** Asked in a way of its own: whether it was answered, and with what has to come of that way. */
export function wayJudged(row: string, seen: Answers, put: readonly Put[]): Judgement {
  const expected = put.filter((one) => one.row === row)
  const silent = put.filter((one) => one.row !== row && answersTo(one, seen.seen).length === 0)
  return all(
    heard(expected, roundsOf(seen)),
    problemsOfRow(row, answeredOf(put, seen.seen)),
    silent.flatMap((one) => discreet(one, seen)),
  )
}

/** Who has read it and says nothing gives no data; who has not read it has shown nothing. */
function discreet({ name, sent, done }: Put, { seen }: Answers): Judgement {
  const isRead = sent !== null && actsOn(sent.fileTransferId, seen).some(({ act }) => act.download?.whole === true)
  return isRead
    ? done.finds(true, {
        what: `${name}: it was fetched and nothing was said, and so no data`,
        expected: null,
        at: '/does',
      })
    : inconclusive('need-not-met', `${name}: it was neither fetched nor answered`)
}
