import type { JWK } from 'jose'
import { consumerOrganisationNumber } from '../contracts/kontrollinformasjon/profile.ts'
import { loadNdjson } from '../contracts/report/load-file.ts'
import type { RunRecord } from '../contracts/report/report.ts'
import { evidenceNdjson } from './evidence.ts'
import { reportHtml } from './html/page.ts'
import { junit } from './junit.ts'
import { knownOf, redact } from './redact/record.ts'
import { scan } from './redact/scan.ts'
import { reportJson } from './report-json.ts'
import { sealEvidence } from './seal.ts'
import type { Titles } from './titles.ts'

interface DocumentOptions {
  /** RSA public key, in JWK form, of whoever may read everything. */
  readonly sealTo: JWK
  readonly titles: Titles
}

/**
 * File name → content, in the order in which they are to be written. `report.json` is last: where it lies, the rest
 * lies too.
 * @throws {LeakError} when something personal or secret got past redaction; nothing is handed out then
 */
export async function documents(
  record: RunRecord,
  { sealTo, titles }: DocumentOptions,
): Promise<ReadonlyMap<string, string>> {
  const redacted = redact(record)
  const report = reportJson(redacted.report)
  const open = new Map([
    ['report.html', reportHtml(redacted, titles)],
    ['junit.xml', junit(redacted.report, titles)],
    ['evidence.ndjson', evidenceNdjson(redacted)],
    ...(redacted.loads.length === 0 ? [] : ([['load.ndjson', loadNdjson(redacted.loads)]] as const)),
  ])
  const { run, participant } = record.report
  const allowed = [String(run.seed), participant.organisationNumber, consumerOrganisationNumber]
  scan(new Map([...open, ['report.json', report]]), knownOf(record), allowed)
  return new Map([...open, ['evidence.sealed', await sealEvidence(record, sealTo)], ['report.json', report]])
}
