import type { RunOptions } from '../run/engine.ts'

/** What a run needs to be told besides whom it asks, and no test is about. */
export const quietly: Omit<RunOptions, 'target' | 'rows' | 'checks'> = {
  strict: false,
  seed: 1,
  runId: 'r1',
  requirementSet: '2026-11',
  harness: { version: '0', commit: 'none' },
  signal: new AbortController().signal,
  tell: () => undefined,
}
