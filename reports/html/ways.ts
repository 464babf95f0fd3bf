import type { Finding } from '../../contracts/report/report.ts'

/** The anchor of a finding, and that of its mark in a letter. */
export interface Way {
  readonly finding: string
  readonly mark: string
}
/** Only of findings that have a mark. */
export type Ways = ReadonlyMap<Finding, Way>
