import type { Problem } from '../../../contracts/dsve/rules/problem.ts'
import type { Deed, Exchange, Observation } from '../../../contracts/report/evidence.ts'
import type { LoadWindow } from '../../../contracts/report/load.ts'
import type { Finding } from '../../../contracts/report/report.ts'
import type { Weight } from '../../../contracts/report/verdict.ts'
import { jsonOf, readAt, readIn } from './read.ts'

/** The only place where findings are made: `actual` is read from the exchange, so nothing is found without having looked. */

export interface Statement {
  readonly what: string
  readonly weight: Weight
  readonly expected: unknown
  readonly at: string
}

export function finding(exchange: Exchange, { what, weight, expected, at }: Statement): Finding {
  return { what, weight, expected, actual: readAt(exchange, at), at, exchange: exchange.id }
}

/** A finding about what a party saw, or about what was done; `at` is a JSON pointer into the record. */
export function foundIn(record: Observation | Deed, { what, weight, expected, at }: Statement): Finding {
  return { what, weight, expected, actual: readIn(record, at), at, exchange: record.id }
}

/** A problem of a letter, as it was recorded with it. */
export function foundInLetter({ id }: Observation, { path, weight, expected, actual }: Problem, what: string): Finding {
  return { what, weight, expected, actual, at: path, exchange: id }
}

/** A finding about windows of load, measured over all their requests; it stands on the one that alone measures most. */
export function weighed(
  windows: readonly [LoadWindow, ...LoadWindow[]],
  statement: Statement,
  measure: (windows: readonly LoadWindow[]) => number,
): Finding {
  const alone = windows.map((window) => ({ window, measured: measure([window]) }))
  const most = alone.reduce((one, other) => (other.measured > one.measured ? other : one))
  return { ...statement, actual: measure(windows), exchange: most.window.id }
}

/** A finding about several exchanges together, such as all pages of one answer; it stands on the last of them. */
export function measured(
  last: Exchange,
  exchanges: readonly Exchange[],
  statement: Statement,
  measure: (bodies: readonly unknown[]) => number,
): Finding {
  const bodies = exchanges.map(({ outcome }) => (outcome.kind === 'answered' ? jsonOf(outcome.content) : undefined))
  return { ...statement, actual: measure(bodies), exchange: last.id }
}

/** A finding about what the parties saw while this exchange was on its way, or before it; it stands on the exchange. */
export function noticed(
  exchange: Exchange,
  observations: readonly Observation[],
  statement: Statement,
  measure: (observations: readonly Observation[]) => unknown,
): Finding {
  return { ...statement, actual: measure(observations), exchange: exchange.id }
}

/** Whether an answer before this one was sealed with the same. The digests say nothing to a reader, and change with every run. */
export function sharing(
  exchange: Exchange,
  before: readonly Exchange[],
  member: 'key' | 'iv',
  { what, at }: Pick<Statement, 'what' | 'at'>,
): Finding {
  const own = freshIn(exchange)?.[member]
  const same = before.find((other) => own !== undefined && freshIn(other)?.[member] === own)
  const none = 'in no other answer'
  const seen = same === undefined ? none : `in ${same.id} too`
  return {
    what,
    weight: same === undefined ? 'note' : 'breach',
    expected: none,
    actual: seen,
    at,
    exchange: exchange.id,
  }
}

const freshIn = ({ outcome }: Exchange) =>
  outcome.kind === 'answered' && outcome.content.form === 'jwe' ? outcome.content.fresh : null
