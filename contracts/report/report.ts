import type { Area, Certainty, Level } from '../requirement.ts'
import type { Deed, Exchange, Observation } from './evidence.ts'
import type { LoadReport, LoadWindow } from './load.ts'
import type { Reason, Verdict, Weight } from './verdict.ts'

/** The shape of `report.json`; `report.schema.json` beside this file is its published form. Add, do not rename. */

/** A statement about one thing that was recorded. Made only by `suites/kit/judge/finding.ts`, which reads `actual` from it. */
export interface Finding {
  readonly what: string
  readonly weight: Weight
  readonly expected: unknown
  readonly actual: unknown
  /** Where in the exchange `actual` was read: `status`, `header:<name>`, `content`, `key`, `content-key`, `iv`, `outcome` or a JSON pointer into the content. */
  readonly at: string
  /** Id of the exchange (`x17`), of the observation (`o4`), of the deed (`d2`) or of the window of load (`w1`) that it stands on. */
  readonly exchange: string
}

/** A breach that the participant has declared; the verdict is what it would be without. */
export interface DeclaredDeviation {
  readonly owner: string
  readonly approver: string
  readonly reason: string
  /** `yyyy-MM-dd`, the last day on which it is in force. */
  readonly expires: string
  /** From the day of the run on; negative when it has expired. */
  readonly daysLeft: number
  readonly inForce: boolean
}

export interface Result {
  readonly requirement: string
  readonly area: Area
  readonly level: Level
  readonly certainty: Certainty
  readonly verdict: Verdict
  readonly reason: Reason | null
  readonly message: string
  /** File and line of the check, from the root of the repository; null when there is none. */
  readonly check: string | null
  readonly findings: readonly Finding[]
  readonly durationMs: number
  readonly deviation?: DeclaredDeviation
}

const runVerdicts = ['pass', 'fail', 'inconclusive', 'incomplete'] as const
export type RunVerdict = (typeof runVerdicts)[number]

export interface Summary {
  readonly verdict: RunVerdict
  /** pass + fail + warn. */
  readonly judged: number
  /** All selected rows, less the unobservable and the not applicable. */
  readonly observable: number
  readonly pass: number
  readonly fail: number
  readonly warn: number
  readonly inconclusive: number
  readonly notApplicable: number
  readonly notTested: number
}

export interface RunError {
  readonly kind: 'setup-error' | 'harness-error' | 'aborted' | 'deviation-error'
  readonly code: string
  readonly message: string
}

export interface Report {
  readonly schema: 'samsvar.report/1'
  readonly run: {
    readonly id: string
    readonly seed: number
    /** The day-anchor: a date in Europe/Oslo. */
    readonly day: string
    readonly startedAt: string
    readonly finishedAt: string
    readonly aborted: boolean
    readonly strict: boolean
    readonly harness: { readonly version: string; readonly commit: string }
    readonly requirementSet: string
  }
  readonly participant: { readonly name: string; readonly organisationNumber: string }
  readonly target: { readonly kind: 'reference' | 'external'; readonly faults: readonly string[] }
  readonly config: Readonly<Record<string, unknown>>
  readonly summary: Summary
  readonly results: readonly Result[]
  readonly errors: readonly RunError[]
  /** What was measured under load; left out where nothing was. */
  readonly loads?: readonly LoadReport[]
  /** Set by `reports/`: what was hidden, and what every document was searched for. */
  readonly redaction?: Redaction
}

interface Redaction {
  /** How often something was replaced, by kind. */
  readonly masked: Readonly<Record<string, number>>
  /** How many different values have a pseudonym, by kind. */
  readonly values: Readonly<Record<string, number>>
  /** How many texts the run knew and looked for everywhere. */
  readonly known: { readonly identifiers: number; readonly secrets: number }
  readonly scannedFor: readonly string[]
}

/** Something that must not be told, and the name to tell instead: `{ value: '910…', name: 'P1.id' }`. */
export interface Identifier {
  readonly value: string
  readonly name: string
}

/** Everything that a run knows, before redaction. The only input of `reports/`. */
export interface RunRecord {
  readonly report: Report
  readonly exchanges: readonly Exchange[]
  readonly observations: readonly Observation[]
  /** What `report.loads` tells of, with every request. Left out where there was no load. */
  readonly loads?: readonly LoadWindow[]
  readonly deeds: readonly Deed[]
  readonly known: { readonly identifiers: readonly Identifier[]; readonly secrets: readonly string[] }
}
