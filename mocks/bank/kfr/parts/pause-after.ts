import type { Settings } from '../model.ts'

/** Longer with each failure in a row (KFRB-028). Milliseconds. */
export const pauseAfter = ({ pauseMs, longestPauseMs }: Settings, attempts: number): number =>
  Math.min(pauseMs * 2 ** (attempts - 1), longestPauseMs)
