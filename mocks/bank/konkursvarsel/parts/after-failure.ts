import { Failure, type Settings } from '../model.ts'

/** Longer with each failure in a row, and as long as Brreg wants (KV-021). Milliseconds. */
export const afterFailure = ({ pauseMs, longestPauseMs }: Settings, error: unknown, inARow: number): number => {
  const wanted = error instanceof Failure ? (error.retryAfterMs ?? 0) : 0
  return Math.max(Math.min(wanted, longestWantedMs), Math.min(pauseMs * 2 ** (inARow - 1), longestPauseMs))
}

/** Nobody is left alone for longer because of a header. */
const longestWantedMs = 3_600_000
