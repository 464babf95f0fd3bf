import type { LoadSample, LoadWindow } from './load.ts'
import { rounded } from './load-file.ts'

/** What one request of a record was worth: the same for who judges it and for who draws it. */

/**
 * Milliseconds from the moment when it was planned to leave, so that a stall hides nothing; null for what had no end. As
 * exact as the record: the difference of two decimal fractions would stand a billionth beside the limit.
 */
export const latencyOf = ({ planned, done }: LoadSample): number | null =>
  done === null ? null : rounded(done - planned)

/** It came to no good answer: none at all, or one that is no success. */
export const isFailed = ({ status, error }: LoadSample): boolean =>
  error !== null || status === null || status < 200 || status > 299

/** Those that are judged: the other job goes on beside them, and nobody promised that it is quick. */
export function judgedSamples({ mix, samples }: Pick<LoadWindow, 'mix' | 'samples'>): readonly LoadSample[] {
  const jobs = new Set(mix.filter(({ isJob }) => isJob).map(({ name }) => name))
  return samples.filter(({ kind }) => !jobs.has(kind))
}

/** The smallest value that a share of all do not exceed (nearest rank). Null of nothing: no sample is no zero. */
export function percentile(sorted: readonly number[], share: number): number | null {
  if (sorted.length === 0) return null
  return sorted[Math.max(0, Math.ceil(share * sorted.length - 1e-9) - 1)] ?? null
}
