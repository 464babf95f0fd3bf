import type { LoadReport, LoadSample } from '../../contracts/report/load.ts'
import { blocked } from './words.ts'

/** A window of forty requests, ten a second: a stall of a second and a half, one reset, one 429, one of another account. */
const stalled = (n: number): Partial<LoadSample> => (n >= 12 && n < 27 ? { firstByte: 2700 + n, done: 2702 + n } : {})
const odd: Readonly<Record<number, Partial<LoadSample>>> = {
  0: { connected: 1.5, secured: 4.25, written: 4.5 },
  30: { firstByte: null, done: 3021.5, status: null, bytes: 0, error: 'reset', again: true },
  31: { status: 429, bytes: 120 },
  39: { wrong: `the account is not the one that was asked for: ${blocked}` },
}
export const samples = Array.from(
  { length: 40 },
  (_, n): LoadSample => ({
    n,
    kind: ['accounts', 'details', 'transactions', 'large-lists'][n % 4] ?? '',
    planned: n * 100 + 0.25,
    sent: n * 100 + 0.5,
    connected: null,
    secured: null,
    written: n * 100 + 0.75,
    firstByte: n * 100 + 20 + n / 4,
    done: n * 100 + 21 + n / 4,
    status: 200,
    bytes: 2048 + n,
    error: null,
    ...stalled(n),
    ...odd[n],
  }),
)
export const loadWindow: Omit<LoadReport, 'figures'> = {
  id: 'w1',
  name: 'beside-job',
  profile: 'quick',
  part: { number: 1, of: 1 },
  ratePerSecond: 10,
  n: 40,
  seed: 20261121,
  cadence: 'fixed',
  cap: 400,
  deadlineMs: 30_000,
  mix: ['accounts', 'details', 'transactions', 'large-lists'].map((name) => ({ name, count: 10, isJob: name === 'large-lists' })),
  startedAt: '2026-11-21T12:00:10.000Z',
  durationMs: 3931.123456,
  floorMs: 0.31,
  whole: true,
  compared: 29,
  generator: { loopDelayP99: 1.25, loopDelayMax: 2.5, mostConcurrent: 16, connections: 17 },
}
export const loadReport: LoadReport = {
  ...loadWindow,
  figures: {
    n: 30,
    slow: 10,
    failed: 1,
    limitMs: 500,
    share: 0.01,
    passIfAtMost: null,
    failIfAtLeast: 2,
    decision: 'fail',
    said: '10 of 30 were slow; 2 are enough to say that more than 1 % are',
    bounds: { lower: 0.192, upper: 0.499 },
    latency: { p50: 25.5, p90: 1302, p95: 1405, p99: 1502, max: 1502 },
    episodes: 2,
    dispersion: 4.2,
    statuses: { 200: 29 },
    errors: { reset: 1 },
    generator: { lagP99: 0.25, lagMax: 0.25, unsent: 0, achievedPerSecond: 10, problems: [] },
  },
}
