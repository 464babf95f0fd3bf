import type { LoadSample } from '../../../../contracts/report/load.ts'
import { isFailed, latencyOf } from '../../../../contracts/report/load-sample.ts'

/** What one request of a record was worth to whoever judges it. */

export { isFailed, judgedSamples, latencyOf, percentile } from '../../../../contracts/report/load-sample.ts'

/** Errors count as slow, so that failing quickly helps nobody; `grace` is what may be the generator's own delay. */
export const isSlow = (sample: LoadSample, limitMs: number, grace = 0): boolean =>
  isFailed(sample) || (latencyOf(sample) ?? Number.POSITIVE_INFINITY) - grace >= limitMs

export const inOrder = (values: readonly number[]): readonly number[] => values.toSorted((a, b) => a - b)
