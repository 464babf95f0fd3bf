import type { Result } from '../contracts/report/report.ts'

/** One problem that many rows wait for: whoever mends it first sees most. */
export interface Parent {
  /** The breach that stands on what those rows lacked; null where no row was red about it. */
  readonly breach: Result | null
  /** What was not there, in the words of the rows. */
  readonly says: string
  /** Ids of the rows that could not be judged for it. */
  readonly rows: readonly string[]
}

/** What many rows lack for one reason: something that was not answered, or a measurement that all of them stand on. */
const shared: ReadonlySet<Result['reason']> = new Set(['need-not-met', 'generator-unhealthy'])

/** Fewer explain themselves. */
const fewest = 5
const most = 3

/**
 * The largest first. A row says what it needed first, and on which evidence that was missing; a breach that stands on the
 * same evidence is what there is to mend.
 */
export function parentsOf(results: readonly Result[]): readonly Parent[] {
  const needs = results.flatMap((result) => {
    const { verdict, reason, requirement, message } = result
    return verdict === 'inconclusive' && shared.has(reason) ? [{ requirement, ...needOf(message) }] : []
  })
  const alike = [...Map.groupBy(needs, ({ says }) => says)].map(([says, some]) => ({
    says,
    rows: some.map(({ requirement }) => requirement),
    breach: breachOn(some, results),
  }))
  const joined = Map.groupBy(alike, ({ breach, says }) => breach?.requirement ?? says)
  return [...joined.values()]
    .map((some) => some.toSorted(byRows))
    .map((some) => ({
      breach: some[0]?.breach ?? null,
      says: some[0]?.says ?? '',
      rows: some.flatMap(({ rows }) => rows),
    }))
    .filter(({ rows }) => rows.length >= fewest)
    .toSorted(byRows)
    .slice(0, most)
}

const byRows = (one: Pick<Parent, 'rows'>, other: Pick<Parent, 'rows'>) => other.rows.length - one.rows.length

interface Need {
  readonly says: string
  /** Of the exchange, observation or deed; null where none is named. */
  readonly evidence: string | null
}

/** `K46: the notice 0e15… was never fetched: no list was served (o25); and 1 more`: the first that was missing. */
function needOf(message: string): Need {
  const [first = ''] = message.split('; and ')
  const evidence = /\(([xod]\d+)\)/.exec(first)?.[1] ?? null
  const says = first
    .replace(/ ?\([xod]\d+\)/g, '')
    .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '…')
    .replace(/^(?:(?:[A-Z]{1,4}\d{1,3}|[a-z]+-[a-z0-9-]+|[a-z]+ \d+): )+/, '')
  return { says, evidence }
}

/** The breach that explains most of them, the first of equal ones. */
function breachOn(needs: readonly Need[], results: readonly Result[]): Result | null {
  const explained = results
    .filter(({ verdict }) => verdict === 'fail')
    .map((result) => {
      const stands = new Set(
        result.findings.filter(({ weight }) => weight === 'breach').map(({ exchange }) => exchange),
      )
      return { result, count: needs.filter(({ evidence }) => evidence !== null && stands.has(evidence)).length }
    })
    .toSorted((one, other) => other.count - one.count)
  const [first] = explained
  return first === undefined || first.count === 0 ? null : first.result
}
