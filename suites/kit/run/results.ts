import type { Result } from '../../../contracts/report/report.ts'
import type { Requirement } from '../../../contracts/requirement.ts'
import type { JudgedCheck } from './schedule.ts'
import { type Ruling, rule } from './verdict.ts'

/** Every row of the selected areas gets a result, whether something looked at it or not. */

export interface Rows {
  readonly requirements: readonly Requirement[]
  isSelected(id: string): boolean
}

export function resultsOf(rows: Rows, judged: readonly JudgedCheck[], strict: boolean): readonly Result[] {
  const byId = new Map(judged.map((one) => [one.check.verifies, one]))
  return rows.requirements.map((requirement) => {
    const one = [requirement.id, ...requirement.sameAs].map((id) => byId.get(id)).find((found) => found !== undefined)
    if (one === undefined) return result(requirement, notTested(requirement, rows), null, 0)
    return ruled(requirement, one, rows, strict)
  })
}

/** Of the rows that one check decides: its own, and the twins of that. */
export function resultsOfCheck(rows: Rows, one: JudgedCheck, strict: boolean): readonly Result[] {
  const { verifies } = one.check
  return rows.requirements
    .filter(({ id, sameAs }) => id === verifies || sameAs.includes(verifies))
    .map((requirement) => ruled(requirement, one, rows, strict))
}

function ruled(requirement: Requirement, one: JudgedCheck, rows: Rows, strict: boolean): Result {
  const { judgement, omitted, check, durationMs } = one
  return result(requirement, rule(deciding(requirement, one, rows), judgement, strict, omitted), check.file, durationMs)
}

/** A twin takes the verdict of the row that is checked; that row's level decides, where the two differ. */
const deciding = (requirement: Requirement, { check }: JudgedCheck, { requirements }: Rows) =>
  requirements.find(({ id }) => id === check.verifies) ?? requirement

function notTested(requirement: Requirement, rows: Rows): Ruling {
  const base = { verdict: 'not-tested', findings: [] } as const
  if (requirement.unobservable !== null) {
    const { reason, evidence } = requirement.unobservable
    return { ...base, reason: 'unobservable', message: `${reason} Ask for: ${evidence}` }
  }
  if (!rows.isSelected(requirement.id)) return { ...base, reason: 'not-selected', message: 'not selected for this run' }
  return { ...base, reason: 'not-built-yet', message: 'no check of this requirement has been built yet' }
}

function result(
  { id, area, level, certainty }: Requirement,
  ruling: Ruling,
  check: string | null,
  durationMs: number,
): Result {
  const { verdict, reason, message, findings } = ruling
  return { requirement: id, area, level, certainty, verdict, reason, message, check, findings, durationMs }
}
