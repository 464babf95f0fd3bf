import { inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { lacking } from '../held.ts'
import { type Answers, lacks, onAnswers, otherFlow, putIn, wayJudged } from '../judged.ts'
import type { Put } from '../questions.ts'
import { standsOn } from '../stands-on.ts'

/** Requests that are asked in a way of their own: whether they are answered, and as they have to be. */

const ofTheWay =
  (row: string) =>
  ({ expects }: Put) =>
    expects?.requirement === row
const plainAbout =
  (...fixtures: readonly string[]) =>
  ({ isPlain, expects, inquiry }: Put) =>
    isPlain && expects === undefined && inquiry.referanse === undefined && fixtures.includes(inquiry.fixture)

interface Way {
  /** Beside those that are asked for the sake of the row. */
  readonly also?: (one: Put) => boolean
  readonly only?: 'restgjeld' | 'innfrielse'
}

const ways: Readonly<Record<string, Way>> = {
  'DSVE-015': {},
  'DSVE-024': {},
  'DSVE-030': {},
  'DSVE-031': { also: ({ row, isPlain }) => isPlain && row === 'DSVE-031' },
  'DSVE-037': {},
  'DSVE-038': {},
  'DSVE-039': {},
  'DSVE-040': {},
  'DSVE-041': { also: plainAbout('S1') },
  'DSVE-042': {},
  'DSVE-044': {},
  'DSVE-045': {},
  'DSVE-046': { only: 'innfrielse' },
  'DSVE-048': { only: 'innfrielse' },
  'DSVE-161': { also: plainAbout('S21') },
  'DSVE-179': { only: 'innfrielse' },
  'DSVE-199': {},
  'DSVE-205': {},
}

export default Object.entries(ways).map(([row, way]) =>
  defineCheck(import.meta, { verifies: row, ...onAnswers((seen) => judged(row, way, seen)) }),
)

function judged(row: string, { also, only }: Way, seen: Answers): Judgement {
  if (only !== undefined && lacks(seen, only)) return otherFlow(only)
  const put = putIn(seen).filter((one) => ofTheWay(row)(one) || also?.(one) === true)
  if (put.length > 0) return wayJudged(row, seen, put)
  return (
    lacking(seen.target, standsOn[row] ?? []) ??
    inconclusive('need-not-met', 'it needs an earlier answer, which did not come')
  )
}
