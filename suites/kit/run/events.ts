import type { Result } from '../../../contracts/report/report.ts'

/** What a run tells while it goes on. */
export type RunEvent =
  | { readonly kind: 'asking'; readonly requirement: string; readonly done: number; readonly total: number }
  | { readonly kind: 'waiting'; readonly exchange: string; readonly until: Date }
  | { readonly kind: 'judged'; readonly result: Result }
