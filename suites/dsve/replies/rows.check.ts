import type { ElementSighting } from '../../../contracts/dsve/sighting.ts'
import { isRefusal } from '../../../contracts/dsve/statuses.ts'
import { all, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { lacking } from '../held.ts'
import { type Answers, lacks, onAnswers, otherFlow, plainAnswers, problemsOfRow, putIn } from '../judged.ts'
import { flowOf } from '../questions.ts'
import { type Answered, answersTo, isAcknowledged, messageIn, statusOf } from '../seen.ts'
import { replyRows, type Speaks } from './rows.ts'

/** One check for each row that one answer alone can break: the rules of contracts/dsve look at every answer for it. */
export default Object.entries(replyRows).map(([row, speaks]) =>
  defineCheck(import.meta, { verifies: row, ...onAnswers((seen) => judgedOver(row, speaks, seen)) }),
)

function judgedOver(row: string, speaks: Speaks, seen: Answers): Judgement {
  if (speaks.of === 'restgjeldssvar' && lacks(seen, 'restgjeld')) return otherFlow('restgjeld')
  if (speaks.of === 'innfrielsessaldosvar' && lacks(seen, 'innfrielse')) return otherFlow('innfrielse')
  const answers = speaks.however ? everyAnswer(seen) : plainAnswers(seen)
  const some = answers.filter((one) => isSpokenOf(one, speaks))
  const about = some.filter((one) => couldShow(one, speaks))
  // What is wrong is told wherever it is; that nothing is, only where it could have been.
  const wrong = some.filter(({ reply }) => reply.problems.some(({ requirement }) => requirement === row))
  if (about.length === 0 && wrong.length === 0)
    return lacking(seen.target, speaks.about ?? []) ?? inconclusive('need-not-met', unseen(speaks))
  return all(problemsOfRow(row, [...new Set([...about, ...wrong])]))
}

const couldShow = ({ put, reply }: Answered, { about, where }: Speaks): boolean =>
  (about?.some((fixture) => fixture === put.inquiry.fixture) ?? true) &&
  (where === undefined || holds(messageIn(reply), where))

const holds = (element: ElementSighting | undefined, name: string): boolean =>
  element !== undefined && (element.name === name || (element.children ?? []).some((child) => holds(child, name)))

/** Those that a later one has replaced too: what they told is told. */
const everyAnswer = (seen: Answers): readonly Answered[] =>
  putIn(seen).flatMap((put) =>
    answersTo(put, seen.seen).flatMap((sighting) => {
      const reply = sighting.record.letter?.reply
      return reply === undefined ? [] : [{ put, sighting, reply }]
    }),
  )

function isSpokenOf(answer: Answered, { of }: Speaks): boolean {
  const { put, reply } = answer
  if (of === 'any') return true
  if (of === 'no') return isRefusal(statusOf(reply) ?? '')
  if (of === 'restgjeldssvar' && flowOf(put) !== 'restgjeld') return false
  if (of === 'innfrielsessaldosvar' && flowOf(put) !== 'innfrielse') return false
  return isAcknowledged(reply) || !isRefusal(statusOf(reply) ?? '')
}

const unseen = ({ of, about, where }: Speaks): string => {
  const kind = { any: 'answer', yes: 'answer with amounts', no: 'refusal' }[of as 'any'] ?? of
  const subject = about === undefined ? '' : ` about ${about.join(' or ')}`
  return `no ${kind}${where === undefined ? '' : ` with ${where}`} came${subject}`
}
