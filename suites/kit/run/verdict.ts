import { allInOrder } from '../../../contracts/report/observations.ts'
import type { Finding } from '../../../contracts/report/report.ts'
import { type Reason, reduceVerdicts, type Verdict, verdictOfFinding } from '../../../contracts/report/verdict.ts'
import type { Requirement } from '../../../contracts/requirement.ts'
import { isFinding, type Judgement, type Outcome } from '../judge/judgement.ts'
import type { Omitted } from './condense.ts'

/** From what a judge said to the verdict of one requirement. */

export interface Ruling {
  readonly verdict: Verdict
  readonly reason: Reason | null
  readonly message: string
  readonly findings: readonly Finding[]
}

/** A report that lists ten thousand notes hides the one that matters; breaches are never left out below this. */
const mostNotes = 5
const mostReds = 50

/** `omitted`: outcomes of kinds that stand in the judgement, which were more than are kept. */
export function rule(requirement: Requirement, judgement: Judgement, strict: boolean, omitted: Omitted = {}): Ruling {
  if (judgement.length === 0) return nothing
  const kindsOf = (some: Judgement) => new Set(some.map((one) => (isFinding(one) ? one.weight : one.unjudged)))
  const alsoOf = (some: Judgement) => [...kindsOf(some)].reduce((sum, kind) => sum + (omitted[kind] ?? 0), 0)
  const verdictOf = (outcome: Outcome): Verdict =>
    isFinding(outcome) ? verdictOfFinding(outcome.weight, requirement, strict) : outcome.unjudged
  const verdict = overall(judgement.map(verdictOf))
  const decisive = judgement.filter((outcome) => verdictOf(outcome) === verdict)
  const unjudged = decisive.find((outcome): outcome is Exclude<Outcome, Finding> => !isFinding(outcome))
  const findings = judgement.filter(isFinding)
  return {
    verdict,
    reason: unjudged?.reason ?? null,
    message: messageOf(verdict, decisive, findings.length + alsoOf(findings), alsoOf(decisive)),
    findings: shown(findings),
  }
}

/** Only when nothing was judged does `not-applicable` decide. */
function overall(verdicts: readonly Verdict[]): Verdict {
  const reduced = reduceVerdicts(verdicts)
  return reduced === 'not-tested' && verdicts.includes('not-applicable') ? 'not-applicable' : reduced
}

const nothing: Ruling = {
  verdict: 'inconclusive',
  reason: 'nothing-to-iterate',
  message: 'the check looked at nothing',
  findings: [],
}

function messageOf(verdict: Verdict, decisive: Judgement, observations: number, omitted: number): string {
  if (verdict === 'pass') return allInOrder(observations)
  const [first, ...others] = decisive.map((outcome) =>
    isFinding(outcome) ? `${outcome.what} (${outcome.exchange})` : outcome.message,
  )
  const more = others.length + omitted
  return more === 0 ? `${first}` : `${first}; and ${more} more`
}

function shown(findings: readonly Finding[]): readonly Finding[] {
  const reds = findings.filter(({ weight }) => weight !== 'note').slice(0, mostReds)
  const notes = findings.filter(({ weight }) => weight === 'note').slice(0, mostNotes)
  return [...reds, ...notes]
}
