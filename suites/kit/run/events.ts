import type { Result } from '../../../contracts/report/report.ts'

/** What a run tells while it goes on. */
export type RunEvent =
  | { readonly kind: 'asking'; readonly requirement: string; readonly done: number; readonly total: number }
  | { readonly kind: 'waiting'; readonly exchange: string; readonly until: Date }
  /** What the participant's people are to do now, and how long it is waited for. */
  | { readonly kind: 'instructing'; readonly what: string; readonly until: Date }
  /** As soon as there is a verdict; what the participant declares about it is told by the report. */
  | { readonly kind: 'judged'; readonly result: Result }
