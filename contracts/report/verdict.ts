import type { Certainty, Level } from '../requirement.ts'

/** The only place where level, certainty and weight become a verdict. */

export const verdicts = ['pass', 'fail', 'warn', 'inconclusive', 'not-applicable', 'not-tested'] as const
export type Verdict = (typeof verdicts)[number]

export const weights = ['breach', 'tolerated', 'note'] as const
/** `breach`: not as required. `tolerated`: not as required, but a document leaves room for it. `note`: seen, and in order. */
export type Weight = (typeof weights)[number]

export const inconclusiveReasons = [
  'fixture-missing',
  'need-not-met',
  'no-traffic',
  'nothing-to-iterate',
  'too-few-samples',
  'generator-unhealthy',
  'answer-too-large',
  'cache-warm',
  'deadline',
  'not-recorded',
] as const
export type InconclusiveReason = (typeof inconclusiveReasons)[number]

export const notApplicableReasons = ['capability-absent', 'did-not-occur'] as const
export type NotApplicableReason = (typeof notApplicableReasons)[number]

export const notTestedReasons = [
  'unobservable',
  'not-built-yet',
  'not-selected',
  'external-party',
  'unobservable-here',
] as const
export type NotTestedReason = (typeof notTestedReasons)[number]

export type Reason = InconclusiveReason | NotApplicableReason | NotTestedReason

const breach = {
  MUST: { documented: 'fail', inferred: 'fail', reconstructed: 'warn' },
  SHOULD: { documented: 'warn', inferred: 'warn', reconstructed: 'warn' },
  MAY: { documented: 'pass', inferred: 'pass', reconstructed: 'pass' },
  INFO: { documented: 'pass', inferred: 'pass', reconstructed: 'pass' },
} as const satisfies Record<Level, Record<Certainty, Verdict>>

/** Under `--strict` a SHOULD that is not ours counts as a MUST. */
const strictBreach = { ...breach, SHOULD: breach.MUST } as const

const tolerated = { MUST: 'warn', SHOULD: 'warn', MAY: 'pass', INFO: 'pass' } as const satisfies Record<Level, Verdict>

interface Strength {
  readonly level: Level
  readonly certainty: Certainty
}

/** The verdict that one finding carries. */
export function verdictOfFinding(weight: Weight, { level, certainty }: Strength, strict: boolean): Verdict {
  if (weight === 'note') return 'pass'
  if (weight === 'tolerated') return tolerated[level]
  return (strict ? strictBreach : breach)[level][certainty]
}

const rank = ['fail', 'inconclusive', 'warn', 'pass'] as const satisfies readonly Verdict[]

/**
 * The verdict of several together: the worst that was judged.
 * `not-applicable` and `not-tested` say nothing, and nothing at all is never a pass.
 */
export function reduceVerdicts(all: Iterable<Verdict>): Verdict {
  const seen = new Set(all)
  return rank.find((verdict) => seen.has(verdict)) ?? 'not-tested'
}
