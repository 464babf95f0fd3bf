import type { LoadSample, LoadWindow } from '../../../contracts/report/load.ts'

/** Records of load made by hand. */

export const answeredIn = (ms: number, changes: Partial<LoadSample> = {}) => ({ ms, changes })

type Made = ReturnType<typeof answeredIn>

/** Ten a second at a bare cadence; each request as it is said. */
export function windowOf(requests: readonly Made[], changes: Partial<LoadWindow> = {}): LoadWindow {
  const samples = requests.map(({ ms, changes: own }, n): LoadSample => {
    const planned = n * 100
    const moments = { planned, sent: planned, connected: null, secured: null, written: planned }
    const answer = { firstByte: planned + ms, done: planned + ms, status: 200, bytes: 100, error: null }
    return { n, kind: 'accounts', ...moments, ...answer, ...own }
  })
  return {
    id: 'w1',
    name: 'calm',
    profile: 'standard',
    part: { number: 1, of: 1 },
    ratePerSecond: 10,
    n: samples.length,
    seed: 1,
    cadence: 'fixed',
    cap: 200,
    deadlineMs: 10_000,
    mix: [{ name: 'accounts', count: samples.length, isJob: false }],
    startedAt: '2026-11-21T12:00:00.000Z',
    durationMs: samples.length * 100,
    floorMs: 0.3,
    whole: true,
    compared: samples.length,
    generator: { loopDelayP99: 1, loopDelayMax: 2, mostConcurrent: 3, connections: 3 },
    samples,
    ...changes,
  }
}

export const times = (count: number, ms: number, changes: Partial<LoadSample> = {}): readonly Made[] =>
  Array.from({ length: count }, () => answeredIn(ms, changes))
