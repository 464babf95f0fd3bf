import { requirement } from '../../contracts/register.ts'
import type { RunRecord } from '../../contracts/report/report.ts'
import type { Verdict } from '../../contracts/report/verdict.ts'
import type { KnownFault } from '../targets/faults.ts'

/** What a fault did to the verdicts of an area, beside what it says of itself. */
export interface Effect {
  readonly violates: readonly string[]
  readonly blinds: readonly string[]
  /** Rows that changed in any other way: these belong to nobody. */
  readonly otherwise: readonly string[]
}

type Judged = Pick<RunRecord, 'report'>

const sorted = (ids: Iterable<string>) => [...ids].sort()

export function effectOf(faulty: Judged, conformant: Judged): Effect {
  const usual = new Map(conformant.report.results.map(({ requirement: id, verdict }) => [id, verdict]))
  const changed = faulty.report.results.filter(({ requirement: id, verdict }) => usual.get(id) !== verdict)
  const those = (...verdicts: readonly Verdict[]) =>
    sorted(changed.filter(({ verdict }) => verdicts.includes(verdict)).map(({ requirement: id }) => id))
  return {
    violates: those('fail', 'warn'),
    blinds: those('inconclusive'),
    otherwise: those('pass', 'not-applicable', 'not-tested'),
  }
}

/** What a fault says that it does, among the rows that are built. */
export function claimOf({ violates, tolerates, blinds }: KnownFault, built: ReadonlySet<string>): Effect {
  const those = (ids: readonly string[]) => sorted(ids.filter((id) => built.has(id)))
  return { violates: those([...violates, ...tolerates]), blinds: those(blinds), otherwise: [] }
}

/** Rows that a check decides, directly or through a twin. */
export const builtIn = ({ report }: Judged): ReadonlySet<string> =>
  new Set(report.results.filter(({ check }) => check !== null).map((result) => result.requirement))

/** Rows of a fault that nothing in the register allows to break together with the first. */
export function unrelated({ violates: [first = '', ...others] }: KnownFault): readonly string[] {
  const row = requirement(first)
  const related = new Set([first, ...(row?.sameAs ?? []), ...(row?.implies ?? [])])
  return others.filter((id) => !related.has(id))
}
