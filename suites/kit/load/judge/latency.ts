import type { LoadSample, LoadWindow } from '../../../../contracts/report/load.ts'
import { isFailed, judgedSamples, latencyOf } from '../../../../contracts/report/load-sample.ts'

/** What one request of a record was worth to whoever judges it. */

export { isFailed, judgedSamples, latencyOf, percentile } from '../../../../contracts/report/load-sample.ts'

/** Errors count as slow, so that failing quickly helps nobody; `grace` is what may be the generator's own delay. */
export const isSlow = (sample: LoadSample, limitMs: number, grace = 0): boolean =>
  isFailed(sample) || (latencyOf(sample) ?? Number.POSITIVE_INFINITY) - grace >= limitMs

export const inOrder = (values: readonly number[]): readonly number[] => values.toSorted((a, b) => a - b)

/** Of all that leave in a second, those that are judged: the other job has its share of the rate. */
export const judgedPerSecond = (window: LoadWindow): number =>
  (window.ratePerSecond * judgedSamples(window).length) / Math.max(1, window.samples.length)

/** Those of the other job. */
export function jobSamples(window: LoadWindow): readonly LoadSample[] {
  const judged = new Set(judgedSamples(window))
  return window.samples.filter((sample) => !judged.has(sample))
}
