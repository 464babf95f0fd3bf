import type { LetterSighting, ReplySighting } from '../../../contracts/dsve/sighting.ts'
import type { Observation } from '../../../contracts/report/evidence.ts'
import type { Finding, Result } from '../../../contracts/report/report.ts'
import type { Verdict } from '../../../contracts/report/verdict.ts'
import type { Redacted } from '../../redact/record.ts'
import { attention } from '../attention.ts'
import type { Way, Ways } from '../ways.ts'
import type { LetterMark } from './letter.ts'

/** What is wrong with which letter, and the ways between a finding and its mark. */

export interface Received {
  readonly observation: Observation
  readonly letter: LetterSighting
  readonly reply: ReplySighting
}

export const received = ({ observations }: Pick<Redacted, 'observations'>): readonly Received[] =>
  observations.flatMap((observation) => {
    const { letter } = observation
    return letter?.reply === undefined ? [] : [{ observation, letter, reply: letter.reply }]
  })

export interface Marks {
  /** By the id of the observation. */
  readonly of: ReadonlyMap<string, readonly LetterMark[]>
  readonly ways: Ways
}

export function marksOf(redacted: Pick<Redacted, 'observations' | 'report'>): Marks {
  const ways = new Map<Finding, Way>()
  const found = Map.groupBy(redacted.report.results.flatMap(wrongs), ({ finding }) => finding.exchange)
  const of = received(redacted).map(({ observation: { id }, reply }) => {
    const judged = (found.get(id) ?? []).map(({ result, finding, number }, at): LetterMark => {
      const way = { finding: `${result.requirement}-${number}`, mark: `${id}-${at + 1}` }
      ways.set(finding, way)
      return { ...judgedMark(result, finding), id: way.mark, back: way.finding }
    })
    return [id, [...judged, ...unjudged(id, reply, judged)]] as const
  })
  return { of: new Map(of), ways }
}

interface Wrong {
  readonly result: Result
  readonly finding: Finding
  /** Among the findings of the result, from 1. */
  readonly number: number
}

/** Only what is told of in a card has an anchor. */
const wrongs = (result: Result): readonly Wrong[] =>
  attention.some((verdict) => verdict === result.verdict)
    ? result.findings
        .map((finding, at) => ({ result, finding, number: at + 1 }))
        .filter(({ finding }) => finding.weight !== 'note')
    : []

function judgedMark({ requirement, verdict }: Result, { weight, at, what, expected, actual }: Finding) {
  const lighter: Verdict = verdict === 'fail' && weight === 'tolerated' ? 'warn' : verdict
  return { requirement, verdict: lighter, weight, path: at, what, expected, actual }
}

/** Wrong all the same, where the row was not selected or is judged by other letters. */
const unjudged = (id: string, { problems }: ReplySighting, judged: readonly LetterMark[]): readonly LetterMark[] =>
  problems
    .filter(({ weight, requirement, path }) => {
      const isJudged = judged.some((mark) => mark.requirement === requirement && mark.path === path)
      return weight !== 'note' && !isJudged
    })
    .map((problem, at) => ({
      ...problem,
      verdict: null,
      what: '',
      id: `${id}-${judged.length + at + 1}`,
      back: null,
    }))
