import type { CaseId } from '../../../contracts/dsve/fixtures/cases.ts'
import { all, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { lacking } from '../held.ts'
import { type Answers, heard, onAnswers, problemsOfRow, putIn, roundsOf } from '../judged.ts'
import { answeredOf } from '../seen.ts'
import { situations } from './situations.ts'

/** Whether a bank says yes or no where it should, case by case; who says nothing breaks it too. */

export default Object.entries(situations).map(([row, fixtures]) =>
  defineCheck(import.meta, { verifies: row, ...onAnswers((seen) => judgedOver(row, fixtures, seen)) }),
)

function judgedOver(row: string, fixtures: readonly CaseId[], seen: Answers): Judgement {
  const put = putIn(seen).filter(
    ({ isPlain, inquiry, expects }) =>
      isPlain && expects === undefined && fixtures.some((fixture) => fixture === inquiry.fixture),
  )
  const blamed = put.filter((one) => one.row === row)
  const answered = answeredOf(put, seen.seen)
  const judged = all(heard(blamed, roundsOf(seen)), problemsOfRow(row, answered))
  if (judged.length > 0) return judged
  return lacking(seen.target, fixtures) ?? inconclusive('need-not-met', `no answer came about ${fixtures.join(' or ')}`)
}
