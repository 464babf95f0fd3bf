import type { Weight } from '../../../contracts/report/verdict.ts'
import { isFinding, type Judgement, type Outcome, type Unjudged } from '../judge/judgement.ts'

/**
 * A judgement as it is kept until the report is made. A check may say a thing about each of a hundred thousand accounts;
 * a report shows fifty of them, and all that the verdict needs of the others is how many they were.
 */
export interface Condensed {
  readonly judgement: Judgement
  readonly omitted: Omitted
}

/** How many more there were of each kind. */
export type Omitted = Readonly<Partial<Record<Kind, number>>>
type Kind = Weight | Exclude<Outcome, { weight: Weight }>['unjudged'] | Unjudged['unjudged']

const mostOfKind = 100

export function condensed(judged: Judgement | Condensed): Condensed {
  if ('omitted' in judged) return judged
  const collector = createCollector()
  collector.add(judged)
  return collector.condensed()
}

/** Takes what is said answer by answer, so that all of it is never held at once. */
interface Collector {
  add(judgement: Judgement): void
  condensed(): Condensed
}

export function createCollector(): Collector {
  const seen = new Map<Kind, number>()
  const kept: Outcome[] = []
  return {
    add: (judgement) => {
      for (const outcome of judgement) {
        const kind = kindOf(outcome)
        const count = (seen.get(kind) ?? 0) + 1
        seen.set(kind, count)
        if (count <= mostOfKind) kept.push(outcome)
      }
    },
    condensed: () => {
      const omitted = [...seen].flatMap(([kind, count]) =>
        count > mostOfKind ? [[kind, count - mostOfKind] as const] : [],
      )
      return { judgement: kept, omitted: Object.fromEntries(omitted) }
    },
  }
}

const kindOf = (outcome: Outcome): Kind => (isFinding(outcome) ? outcome.weight : outcome.unjudged)
