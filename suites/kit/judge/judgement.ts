import type { Finding } from '../../../contracts/report/report.ts'
import type { InconclusiveReason, NotApplicableReason, NotTestedReason } from '../../../contracts/report/verdict.ts'

/** What a judge says: findings, and what it could not judge. Nothing at all is not a judgement in favour. */

export interface Unjudged {
  readonly unjudged: 'inconclusive'
  readonly reason: InconclusiveReason
  readonly message: string
}
interface NotApplicable {
  readonly unjudged: 'not-applicable'
  readonly reason: NotApplicableReason
  readonly message: string
}
/** It cannot be tried here at all, whatever the participant does. */
interface NotTested {
  readonly unjudged: 'not-tested'
  readonly reason: NotTestedReason
  readonly message: string
}
export type Outcome = Finding | Unjudged | NotApplicable | NotTested
export type Judgement = readonly Outcome[]

export const isFinding = (outcome: Outcome): outcome is Finding => !('unjudged' in outcome)

export const inconclusive = (reason: InconclusiveReason, message: string): Judgement => [
  { unjudged: 'inconclusive', reason, message },
]

export const notApplicable = (reason: NotApplicableReason, message: string): Judgement => [
  { unjudged: 'not-applicable', reason, message },
]

export const notTested = (reason: NotTestedReason, message: string): Judgement => [
  { unjudged: 'not-tested', reason, message },
]

export const all = (...judgements: readonly Judgement[]): Judgement => judgements.flat()

/** Judges only where the ground holds: a refusal means something only beside a twin that is served. */
export function given(ground: Judgement, judge: () => Judgement): Judgement {
  const missing = ground.filter((outcome) => !isFinding(outcome) || outcome.weight === 'breach')
  if (ground.length === 0) return inconclusive('need-not-met', 'nothing was asked to stand on')
  return missing.length === 0 ? judge() : missing.map(unmet)
}

/**
 * The same, and where what is judged is not as it should be, what held before stands in front of it: the way on which it
 * came to that.
 */
export function along(way: Judgement, judge: () => Judgement): Judgement {
  const judged = given(way, judge)
  const isWrong = judged.some((outcome) => isFinding(outcome) && outcome.weight !== 'note')
  return isWrong ? [...way, ...judged] : judged
}

function unmet(outcome: Outcome): Outcome {
  if (!isFinding(outcome)) return outcome
  const { what, exchange } = outcome
  return { unjudged: 'inconclusive', reason: 'need-not-met', message: `needed first: ${what} (${exchange})` }
}

/** One of a row of questions of the same shape; `missing` when it could not even be put. */
export type Asked<T> =
  | { readonly label: string; readonly asked: T }
  | { readonly label: string; readonly missing: Judgement }

/** Judges each by itself. None at all is inconclusive. */
export function forEach<T>(row: readonly Asked<T>[], judge: (asked: T) => Judgement): Judgement {
  if (row.length === 0) return inconclusive('nothing-to-iterate', 'there was nothing to ask about')
  return row.flatMap((one) => labelled(one.label, 'missing' in one ? one.missing : judge(one.asked)))
}

export function labelled(label: string, judgement: Judgement): Judgement {
  return judgement.map((outcome) =>
    isFinding(outcome)
      ? { ...outcome, what: `${label}: ${outcome.what}` }
      : { ...outcome, message: `${label}: ${outcome.message}` },
  )
}
