import type { DeclaredDeviation, Finding, Report, Result, RunError } from '../contracts/report/report.ts'

/** `report.json`: members in the order of the published example, so that two reports can be laid side by side. */
export function reportJson(report: Report): string {
  const { schema, run, participant, target, config, summary, results, errors, loads, redaction } = report
  const ordered = {
    schema,
    run: {
      id: run.id,
      seed: run.seed,
      day: run.day,
      startedAt: run.startedAt,
      finishedAt: run.finishedAt,
      aborted: run.aborted,
      strict: run.strict,
      harness: { version: run.harness.version, commit: run.harness.commit },
      requirementSet: run.requirementSet,
    },
    participant: { name: participant.name, organisationNumber: participant.organisationNumber },
    target: { kind: target.kind, faults: target.faults },
    config: sorted(config),
    summary: orderedSummary(summary),
    results: results.map(orderedResult),
    errors: errors.map(({ kind, code, message }: RunError) => ({ kind, code, message })),
    ...(loads === undefined ? {} : { loads }),
    ...(redaction === undefined ? {} : { redaction }),
  }
  return `${JSON.stringify(ordered, null, 2)}\n`
}

const orderedSummary = (summary: Report['summary']) => ({
  verdict: summary.verdict,
  judged: summary.judged,
  observable: summary.observable,
  pass: summary.pass,
  fail: summary.fail,
  warn: summary.warn,
  inconclusive: summary.inconclusive,
  notApplicable: summary.notApplicable,
  notTested: summary.notTested,
})

const orderedResult = (result: Result) => ({
  requirement: result.requirement,
  area: result.area,
  level: result.level,
  certainty: result.certainty,
  verdict: result.verdict,
  reason: result.reason,
  message: result.message,
  check: result.check,
  findings: result.findings.map(orderedFinding),
  durationMs: result.durationMs,
  ...(result.deviation === undefined ? {} : { deviation: orderedDeviation(result.deviation) }),
})

const orderedDeviation = (deviation: DeclaredDeviation) => ({
  owner: deviation.owner,
  approver: deviation.approver,
  reason: deviation.reason,
  expires: deviation.expires,
  daysLeft: deviation.daysLeft,
  inForce: deviation.inForce,
})

/** JSON has no undefined: what was not there is null. */
const orderedFinding = ({ what, weight, expected, actual, at, exchange }: Finding) => ({
  what,
  weight,
  expected: expected ?? null,
  actual: actual ?? null,
  at,
  exchange,
})

/** A configuration is a set of members: whoever wrote the file chose their order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, sorted(member)]),
  )
}
