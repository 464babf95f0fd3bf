import { requirement } from '../../contracts/register.ts'
import type { RunRecord } from '../../contracts/report/report.ts'
import { type Verdict, verdictOfFinding, type Weight } from '../../contracts/report/verdict.ts'
import type { Area } from '../../contracts/requirement.ts'
import type { Check } from '../kit/run/check.ts'
import type { KnownFault } from '../targets/faults.ts'

/** What a fault did to the verdicts of an area. */
interface Effect {
  /** Rows that fail, or warn where it is tolerated. */
  readonly breaks: readonly string[]
  /** Rows that changed in any other way, and to what: mostly those that can no longer be judged. */
  readonly besides: Besides
}

/** By requirement; in the order of ids, so that two can be compared as texts. */
export type Besides = Readonly<Record<string, Verdict>>

type Judged = Pick<RunRecord, 'report'>

/** Rows that say of a fault something else than what it claims, a breach or what is tolerated: what each should be, and is. */
export function misweighed({ violates, tolerates }: KnownFault, faulty: Judged): readonly string[] {
  const verdicts = new Map(faulty.report.results.map(({ requirement: id, verdict }) => [id, verdict]))
  const wrong = (ids: readonly string[], weight: Weight) =>
    ids.flatMap((id) => {
      const [row, is] = [requirement(id), verdicts.get(id)]
      if (row === undefined || is === undefined || is === 'not-tested') return []
      const should = verdictOfFinding(weight, row, true)
      return is === should ? [] : [`${id} ${is} for ${should}`]
    })
  return [...wrong(violates, 'breach'), ...wrong(tolerates, 'tolerated')]
}

const sorted = (ids: Iterable<string>) => [...new Set(ids)].sort()

export function effectOf(faulty: Judged, conformant: Judged): Effect {
  const usual = new Map(conformant.report.results.map(({ requirement: id, verdict }) => [id, verdict]))
  const changed = faulty.report.results.filter(({ requirement: id, verdict }) => usual.get(id) !== verdict)
  const broken = changed.filter(({ verdict }) => verdict === 'fail' || verdict === 'warn')
  const others = changed.filter((result) => !broken.includes(result))
  const besides = others
    .map(({ requirement: id, verdict }) => [id, verdict] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return { breaks: sorted(broken.map(({ requirement: id }) => id)), besides: Object.fromEntries(besides) }
}

/** What a fault says that it breaks, among the rows that are built. */
export const claimOf = ({ violates, tolerates }: KnownFault, built: ReadonlySet<string>): readonly string[] =>
  sorted([...violates, ...tolerates].filter((id) => built.has(id)))

/** Rows that a check decides, directly or through a twin. */
export const builtIn = ({ report }: Judged): ReadonlySet<string> =>
  new Set(report.results.filter(({ check }) => check !== null).map((result) => result.requirement))

/** The same, known before anything ran. A run tells of the rows of its own area alone. */
export const builtBy = (checks: readonly Check[], area: Area): ReadonlySet<string> =>
  new Set(
    checks
      .flatMap(({ verifies }) => [verifies, ...(requirement(verifies)?.sameAs ?? [])])
      .filter((id) => requirement(id)?.area === area),
  )

/** Rows of a fault that nothing in the register allows to break together with the first. */
export function unrelated({ violates: [first = '', ...others] }: KnownFault): readonly string[] {
  const row = requirement(first)
  const related = new Set([first, ...(row?.sameAs ?? []), ...(row?.implies ?? [])])
  return others.filter((id) => !related.has(id))
}
