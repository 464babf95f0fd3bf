import type { Exchange } from '../../../contracts/report/evidence.ts'
import { measured, type Statement } from './finding.ts'
import type { Judgement } from './judgement.ts'

/** Judges a number that several answers give only together. */
export function totals(
  answers: readonly { readonly exchange: Exchange }[],
  { weight = 'breach', ...statement }: Omit<Statement, 'weight'> & Partial<Statement>,
  measure: (bodies: readonly unknown[]) => number,
  holds: (total: number) => boolean,
): Judgement {
  const exchanges = answers.map(({ exchange }) => exchange)
  const last = exchanges.at(-1)
  if (last === undefined) return []
  const found = measured(last, exchanges, { ...statement, weight }, measure)
  return [holds(Number(found.actual)) ? { ...found, weight: 'note' } : found]
}
