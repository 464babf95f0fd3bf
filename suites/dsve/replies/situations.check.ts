import type { CaseId } from '../../../contracts/dsve/fixtures/cases.ts'
import { all, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { type Answers, heard, onAnswers, problemsOfRow, putIn, roundsOf } from '../judged.ts'
import { answeredOf } from '../seen.ts'

/** Whether a bank says yes or no where it should, case by case; who says nothing breaks it too. */
const situations: Readonly<Record<string, readonly CaseId[]>> = {
  'DSVE-032': ['S18'],
  'DSVE-033': ['S3', 'S4', 'S5'],
  'DSVE-034': ['S6'],
  'DSVE-035': ['S2', 'S7'],
  'DSVE-036': ['S20'],
  'DSVE-047': ['S17'],
  'DSVE-049': ['S19'],
  'DSVE-190': ['S12'],
  'DSVE-191': ['S13'],
  'DSVE-193': ['S14'],
  'DSVE-194': ['S15'],
  'DSVE-196': ['S28'],
  'DSVE-197': ['S29'],
  'DSVE-198': ['S30'],
}

export default Object.entries(situations).map(([row, fixtures]) =>
  defineCheck(import.meta, { verifies: row, ...onAnswers((seen) => judgedOver(row, fixtures, seen)) }),
)

function judgedOver(row: string, fixtures: readonly string[], seen: Answers): Judgement {
  const put = putIn(seen).filter(
    ({ isPlain, inquiry, expects }) => isPlain && expects === undefined && fixtures.includes(inquiry.fixture),
  )
  const blamed = put.filter((one) => one.row === row)
  const answered = answeredOf(put, seen.seen)
  const judged = all(heard(blamed, roundsOf(seen)), problemsOfRow(row, answered))
  return judged.length === 0 ? inconclusive('need-not-met', `no answer came about ${fixtures.join(' or ')}`) : judged
}
