import { consumerOrganisationNumber } from '../../contracts/kontrollinformasjon/profile.ts'
import type { Deed, Exchange, Observation } from '../../contracts/report/evidence.ts'
import type { LoadWindow } from '../../contracts/report/load.ts'
import type { DeclaredDeviation, Report, Result, RunError, RunRecord } from '../../contracts/report/report.ts'
import { collect } from './collect.ts'
import { publishedIn, redactDeed } from './deed.ts'
import { milliseconds, redactExchange } from './exchange.ts'
import { redactFinding } from './finding.ts'
import { createGate, type Gate } from './gate.ts'
import { collectLetter } from './letter.ts'
import { redactLoadReport, redactLoadWindow } from './load.ts'
import { redactObservation } from './observation.ts'
import { redactConfig } from './own-words.ts'

/** What may be told of a run. Documents are made of this and of nothing else. */
export interface Redacted {
  readonly report: Report
  readonly exchanges: readonly Exchange[]
  readonly observations: readonly Observation[]
  /** Empty where there was no load. */
  readonly loads: readonly LoadWindow[]
  readonly deeds: readonly Deed[]
}

export function redact(record: RunRecord): Redacted {
  const gate = createGate({ known: knownOf(record), harmless: harmlessOf(record) })
  collect(gate, record.exchanges)
  for (const { letter } of record.observations) if (letter !== undefined) collectLetter(gate, letter)
  const exchanges = record.exchanges.map((exchange) => redactExchange(gate, exchange))
  const observations = record.observations.map((observation) => redactObservation(gate, observation))
  const loads = (record.loads ?? []).map((window) => redactLoadWindow(gate, window))
  const deeds = record.deeds.map((deed) => redactDeed(gate, deed))
  const report = redactReport(gate, record.report)
  return { report: { ...report, redaction: redactionOf(gate, record) }, exchanges, observations, deeds, loads }
}

/** The participant is who the report is about, and the consumer is public: their numbers are told. */
export const knownOf = ({ known, report }: RunRecord): RunRecord['known'] => ({
  secrets: known.secrets,
  identifiers: known.identifiers.filter(
    ({ value }) => value !== report.participant.organisationNumber && value !== consumerOrganisationNumber,
  ),
})

/** Ids that the harness and its broker invented, and the public number of the participant. */
const harmlessOf = ({ exchanges, observations, deeds, report }: RunRecord): readonly string[] => [
  report.participant.organisationNumber,
  report.run.id,
  report.run.harness.commit,
  ...exchanges.flatMap(({ invented }) => Object.values(invented)),
  ...deeds.flatMap(publishedIn),
  ...observations.flatMap(transfersIn),
]

/** Ids that the broker gave. */
const transfersIn = ({ act, letter }: Observation): readonly string[] =>
  [act?.fileTransferId, letter?.fileTransferId].filter((id) => typeof id === 'string')

function redactReport(gate: Gate, report: Report): Omit<Report, 'redaction'> {
  const { run, participant, target } = report
  return {
    schema: report.schema,
    run: {
      ...run,
      id: gate.own(run.id),
      requirementSet: gate.own(run.requirementSet),
      harness: { version: gate.own(run.harness.version), commit: gate.own(run.harness.commit) },
    },
    participant: { name: gate.own(participant.name), organisationNumber: gate.own(participant.organisationNumber) },
    target: { kind: target.kind, faults: target.faults.map((fault) => gate.own(fault)) },
    config: redactConfig(gate, report.config) as Report['config'],
    summary: report.summary,
    results: report.results.map((result) => redactResult(gate, result)),
    errors: report.errors.map((error) => redactError(gate, error)),
    ...(report.loads === undefined ? {} : { loads: report.loads.map((load) => redactLoadReport(gate, load)) }),
  }
}

function redactResult(gate: Gate, result: Result): Result {
  return {
    ...result,
    message: gate.prose(result.message),
    check: result.check === null ? null : gate.own(result.check),
    findings: result.findings.map((finding) => redactFinding(gate, finding)),
    durationMs: milliseconds(result.durationMs),
    ...(result.deviation === undefined ? {} : { deviation: redactDeviation(gate, result.deviation) }),
  }
}

/** People answer for it by name; whom else the texts may tell of is nobody's business. */
const redactDeviation = (gate: Gate, deviation: DeclaredDeviation): DeclaredDeviation => ({
  ...deviation,
  owner: gate.prose(deviation.owner),
  approver: gate.prose(deviation.approver),
  reason: gate.prose(deviation.reason),
})

function redactError(gate: Gate, { kind, code, message }: RunError): RunError {
  return { kind, code: gate.prose(code), message: gate.prose(message) }
}

/** What every document is searched for before it is handed out; `scan.ts` does it. */
const scannedFor = [
  'national identity numbers with valid check digits',
  'account numbers with valid check digits',
  'JWT and JWE in compact form',
  'PEM',
  'identifiers that the run knew, also percent-encoded, base64 and hexadecimal',
  'secrets that the run knew, also percent-encoded, base64 and hexadecimal',
] as const

const redactionOf = (gate: Gate, record: RunRecord) => ({
  masked: gate.counts(),
  values: gate.pseudonyms.values(),
  known: { identifiers: knownOf(record).identifiers.length, secrets: record.known.secrets.length },
  scannedFor: [...scannedFor],
})
