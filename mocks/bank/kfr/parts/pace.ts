import { serviceLevel } from '../../../../contracts/ytelse/service-level.ts'

/** Calls that the register has said that it can take (AGR 5.2). */
const { ratePerSecond: mostPerSecond } = serviceLevel

/**
 * How long the next call waits, in milliseconds. Counted from the answers of the calls before, so that no second holds
 * more, whatever happened on the way (KFRB-030).
 */
export function pace(answered: readonly number[], now: number): number {
  const tenth = answered.at(-mostPerSecond)
  return tenth === undefined ? 0 : Math.max(0, tenth + 1000 - now)
}
