import type { Report, RunError, RunRecord } from '../../../contracts/report/report.ts'
import { openDoors } from '../ask/doors.ts'
import type { Watch } from '../ask/put.ts'
import { type LoadSettings, profiles } from '../load/profile.ts'
import type { Target } from '../target.ts'
import { agreed } from './agreement.ts'
import type { Check } from './check.ts'
import { annotate } from './deviations.ts'
import type { RunEvent } from './events.ts'
import { type Rows, resultsOf, resultsOfCheck } from './results.ts'
import { askAll, type JudgedCheck, judgeRest } from './schedule.ts'
import { summarise } from './summary.ts'

/** A run is a function: whom to ask and what, in; everything that was seen and what it means, out. */
export interface RunOptions {
  readonly target: Target
  readonly rows: Rows
  readonly checks: readonly Check[]
  readonly strict: boolean
  readonly seed: number
  /** How much load is made where some is asked for; `standard` by the run's seed when it is left out. */
  readonly load?: LoadSettings
  readonly runId: string
  readonly requirementSet: string
  readonly harness: Report['run']['harness']
  /** Ends the run early; what was recorded by then is judged and kept. */
  readonly signal: AbortSignal
  readonly tell: (event: RunEvent) => void
  /** Milliseconds that preflight waited in vain for an answer. Left out means none. */
  readonly waitedMs?: number
}

export async function run(options: RunOptions): Promise<RunRecord> {
  const { target, signal, strict, tell } = options
  const rows = agreed(options.rows, target.agreement ?? {})
  const startedAt = new Date().toISOString()
  const watch: Watch = {
    interrupt: signal,
    waiting: (exchange, until) => tell({ kind: 'waiting', exchange, until }),
    instructing: (what, until) => tell({ kind: 'instructing', what, until }),
  }
  const load = options.load ?? { profile: profiles.standard, seed: options.seed }
  const outside = openDoors(target, options.runId, watch, options.waitedMs, load)
  const selected = options.checks.filter((check) => rows.isSelected(check.verifies))
  const judged = (one: JudgedCheck) => {
    for (const result of resultsOfCheck(rows, one, strict)) tell({ kind: 'judged', result })
  }
  const progress = await askAll(selected, outside.doors, { signal, tell, judged })
  const closing = await outside.close().then(
    () => [],
    (error: Error) => [harnessError('closing', error)],
  )
  const { exchanges, observations, deeds, loads } = outside.recorder
  const { judged: all, errors } = await judgeRest(progress, exchanges, { signal, judged })
  const plain = resultsOf(rows, all, strict)
  const { results, errors: declared } = annotate(plain, target.deviations ?? [], target.day)
  return {
    report: {
      schema: 'samsvar.report/1',
      run: {
        id: options.runId,
        seed: options.seed,
        day: target.day,
        startedAt,
        finishedAt: new Date().toISOString(),
        aborted: signal.aborted,
        strict,
        harness: options.harness,
        requirementSet: options.requirementSet,
      },
      participant: target.participant,
      target: { kind: target.kind, faults: target.faults },
      config: target.config,
      summary: summarise(results),
      results,
      ...(loads.length === 0 ? {} : { loads: loads.map(({ report }) => report) }),
      errors: [...(signal.aborted ? [aborted] : []), ...errors, ...closing, ...declared],
    },
    exchanges,
    observations,
    deeds,
    ...(loads.length === 0 ? {} : { loads: loads.map(({ window }) => window) }),
    known: {
      identifiers: [...target.known.identifiers, ...(target.madeFor?.(options.runId) ?? [])],
      secrets: [...target.known.secrets, ...outside.tokens()],
    },
  }
}

const aborted: RunError = {
  kind: 'aborted',
  code: 'interrupted',
  message:
    'The run was interrupted. What was recorded until then is kept; rows that were not reached are inconclusive.',
}

const harnessError = (where: string, error: Error): RunError => ({
  kind: 'harness-error',
  code: where,
  message: `${where}: ${error.message}`,
})
